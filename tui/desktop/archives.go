package desktop

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// maxArchives is how many archives are offered for import.
const maxArchives = 5

// FindArchives looks where a browser and a person put LinkedIn's archive: the
// folder of downloads and the one we are in. It returns the newest first.
func FindArchives() []string {
	var places []string
	if here, err := os.Getwd(); err == nil {
		places = append(places, here)
	}
	if home, err := os.UserHomeDir(); err == nil {
		places = append(places, filepath.Join(home, "Downloads"), home)
	}
	type found struct {
		path    string
		changed time.Time
	}
	var archives []found
	for _, place := range places {
		entries, err := os.ReadDir(place)
		if err != nil {
			continue // a place that cannot be read offers nothing
		}
		for _, entry := range entries {
			path := filepath.Join(place, entry.Name())
			if !looksLikeArchive(entry) || slices.ContainsFunc(archives, func(f found) bool { return f.path == path }) {
				continue
			}
			if info, err := entry.Info(); err == nil {
				archives = append(archives, found{path, info.ModTime()})
			}
		}
	}
	slices.SortStableFunc(archives, func(a, b found) int {
		return cmp.Or(b.changed.Compare(a.changed), cmp.Compare(a.path, b.path))
	})
	paths := make([]string, 0, maxArchives)
	for _, f := range archives[:min(maxArchives, len(archives))] {
		paths = append(paths, f.path)
	}
	return paths
}

func looksLikeArchive(entry os.DirEntry) bool {
	name := strings.ToLower(entry.Name())
	return strings.Contains(name, "linkedindataexport") && (entry.IsDir() || strings.HasSuffix(name, ".zip"))
}
