// Package files writes files whole, opens inputs without waiting, and finds what a
// kill left behind. Nothing else in the program creates, renames or links a file.
//
// What holds:
//
//   - A file appears under its name complete and synced, or not at all: it is
//     written beside that name, synced, renamed, and then its folder is synced.
//   - Only a regular file is ever replaced. Where the name is a symbolic link, the
//     file behind it is replaced and the link stays; a device, a pipe, a socket
//     and a link to nowhere are refused.
//   - A file on its way is for the owner alone, and is named so that the next one
//     of the same name finds it when its writer was killed.
package files
