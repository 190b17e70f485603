// Package config reads and writes the person's settings: where the store is,
// how the terminal program looks, and the profile that advice is computed for.
//
// What holds throughout the package:
//   - A setting given as a flag wins over the environment (LINKVET_*), which
//     wins over the settings file, which wins over the default.
//   - A default exists once, in the table of settings.
//   - Nothing is guessed: an unknown key, a wrong type or a value that is not
//     allowed stops the start with file, line, key and what is allowed.
//   - Only what the person changed in the program is written: all other keys of
//     the file are kept, and a file that cannot be read is never written over.
//   - Which queries and which actions and keys there are is not known here; who
//     knows it reports a wrong one with Settings.Wrong.
//   - This is the only package that knows viper, and it imports nothing of ours.
package config
