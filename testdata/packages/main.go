// Command packages prints parts of .goreleaser.yaml for .ci/packages, so that one
// package can be made and tried without the whole of goreleaser.
//
//	go run ./testdata/packages ldflags VERSION
//	go run ./testdata/packages nfpm VERSION BINARY ARCH
package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strings"
	"text/template"

	"go.yaml.in/yaml/v3"
)

// release is what of .goreleaser.yaml is used.
type release struct {
	Env    []string
	Builds []struct {
		Ldflags []string
	}
	Nfpms []packaging
}

// packaging is a package: most of it is written for nfpm as it is for goreleaser.
type packaging struct {
	Name        string           `yaml:"package_name"`
	Vendor      string           `yaml:"vendor"`
	Homepage    string           `yaml:"homepage"`
	Maintainer  string           `yaml:"maintainer"`
	Description string           `yaml:"description"`
	License     string           `yaml:"license"`
	Section     string           `yaml:"section"`
	Bindir      string           `yaml:"bindir"`
	Umask       int              `yaml:"umask"`
	Contents    []map[string]any `yaml:"contents"`
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "packages:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 {
		return errors.New("usage: packages ldflags VERSION | nfpm VERSION BINARY ARCH")
	}
	text, err := os.ReadFile(".goreleaser.yaml")
	if err != nil {
		return err
	}
	var r release
	if err := yaml.Unmarshal(text, &r); err != nil {
		return err
	}
	data := data{Version: args[1], Env: map[string]string{}}
	for _, line := range r.Env {
		name, value, _ := strings.Cut(line, "=")
		if data.Env[name], err = data.fill(value); err != nil {
			return err
		}
	}
	switch {
	case args[0] == "ldflags" && len(args) == 2:
		flags, err := data.fill(strings.Join(r.Builds[0].Ldflags, " "))
		fmt.Println(flags)
		return err
	case args[0] == "nfpm" && len(args) == 4:
		return nfpm(r.Nfpms[0], data, args[2], args[3])
	}
	return fmt.Errorf("not understood: %v", args)
}

// nfpm prints a package as nfpm takes it.
func nfpm(p packaging, d data, binary, arch string) error {
	contents := append([]map[string]any{{"src": binary, "dst": p.Bindir + "/linkvet", "file_info": map[string]any{"mode": 0o755}}}, p.Contents...)
	out := map[string]any{
		"name": p.Name, "version": d.Version, "arch": arch, "platform": "linux", "vendor": p.Vendor, "description": p.Description,
		"license": p.License, "section": p.Section, "umask": p.Umask, "contents": contents,
	}
	var err error
	for name, text := range map[string]string{"homepage": p.Homepage, "maintainer": p.Maintainer} {
		if out[name], err = d.fill(text); err != nil {
			return err
		}
	}
	text, err := yaml.Marshal(out)
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(text)
	return err
}

// data fills the templates of .goreleaser.yaml.
type data struct {
	Version string
	Env     map[string]string
}

func (d data) fill(text string) (string, error) {
	parsed, err := template.New("").Funcs(template.FuncMap{
		"envOrDefault": func(name, otherwise string) string { return cmp.Or(os.Getenv(name), otherwise) },
	}).Parse(text)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	err = parsed.Execute(&out, d)
	return out.String(), err
}
