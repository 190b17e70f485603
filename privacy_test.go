package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// onlinePackages are those of the standard library that can open a socket, or
// import one that can.
var onlinePackages = []string{
	"crypto/tls", "log/syslog", "net", "net/http", "net/http/cgi", "net/http/fcgi", "net/http/httptest", "net/http/httptrace",
	"net/http/httputil", "net/http/pprof", "net/mail", "net/rpc", "net/rpc/jsonrpc", "net/smtp", "net/textproto",
}

// importsOfNet are all packages in the program that import one of them, and what
// for. Nothing here dials.
var importsOfNet = map[string]string{
	"store/linkedin/mail":                 "reads saved mails with net/mail and net/textproto, which only take text apart",
	"store/linkedin/profile":              "reads the parts of a page saved in one file with mime/multipart and net/mail",
	"github.com/spf13/pflag":              "has flags of the types net.IP and net.IPNet; none is used",
	"github.com/go-viper/mapstructure/v2": "converts settings to net.IP and the like; none is used",
	"github.com/spf13/afero":              "viper reads files through it; it could also serve them to net/http",
	"golang.org/x/sys/windows":            "names types of net for the system calls of Windows",
}

// The program never goes online. It cannot without one of these packages, so
// each that imports one is known, on every system it is built for.
func TestNothingGoesOnline(t *testing.T) {
	met := map[string]bool{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, p := range packagesOf(t, system) {
			if p.Standard || !slices.ContainsFunc(p.Imports, func(name string) bool { return slices.Contains(onlinePackages, name) }) {
				continue
			}
			name := strings.TrimPrefix(p.ImportPath, module(t)+"/")
			met[name] = true
			if importsOfNet[name] == "" {
				t.Errorf("on %s %s can go online: it imports %v", system, p.ImportPath, p.Imports)
			}
		}
	}
	for name := range importsOfNet {
		if !met[name] {
			t.Errorf("%s no longer imports anything of net: take it off the list", name)
		}
	}
}

// listedPackage is what go list says of a package.
type listedPackage struct {
	ImportPath string
	Standard   bool
	Imports    []string
}

func packagesOf(t *testing.T, system string) []listedPackage {
	t.Helper()
	list := exec.Command("go", "list", "-deps", "-json=ImportPath,Standard,Imports", ".")
	list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list for %s: %v", system, err)
	}
	var packages []listedPackage
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listedPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	if len(packages) < 50 {
		t.Fatalf("only %d packages", len(packages))
	}
	return packages
}
