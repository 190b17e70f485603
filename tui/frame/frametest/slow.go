package frametest

import "linkvet/store"

// SlowStorage is one in which something happens once between reading histories
// and handing them over.
type SlowStorage struct {
	*FakeStorage
	Meanwhile func()
}

// Histories reads, and lets happen what does meanwhile.
func (s *SlowStorage) Histories(ids []string) ([]store.History, error) {
	read, err := s.FakeStorage.Histories(ids)
	if do := s.Meanwhile; do != nil {
		s.Meanwhile = nil
		do()
	}
	return read, err
}
