package store

import (
	"slices"

	"linkvet/store/linkedin"
)

// Own is what the archives say of the member: jobs and schools, the newest
// first, as LinkedIn writes them.
type Own struct {
	Positions []linkedin.Position `json:"positions"`
	Schools   []linkedin.School   `json:"schools"`
}

// ownRecord is Own as it is kept, each entry a list of texts.
type ownRecord struct {
	Positions [][]string `cbor:"1,keyasint,omitempty"`
	Schools   [][]string `cbor:"2,keyasint,omitempty"`
}

func (tx *Tx) own() (Own, error) {
	own := Own{Positions: []linkedin.Position{}, Schools: []linkedin.School{}}
	value := tx.Bucket(bucketConnections()).Get([]byte(keyOwn))
	if value == nil {
		return own, nil
	}
	var r ownRecord
	if err := decode([]byte(keyOwn), value, &r); err != nil {
		return own, damaged(tx.path, "the member's own positions cannot be read: %v", err)
	}
	for _, p := range r.Positions {
		if len(p) == 4 {
			own.Positions = append(own.Positions, linkedin.Position{Company: p[0], Title: p[1], Since: p[2], Until: p[3]})
		}
	}
	for _, p := range r.Schools {
		if len(p) == 3 {
			own.Schools = append(own.Schools, linkedin.School{Name: p[0], Since: p[1], Until: p[2]})
		}
	}
	return own, nil
}

// at returns the member's own job at a company, "" for none.
func (o Own) at(company string) string {
	key := companyKey(company)
	i := slices.IndexFunc(o.Positions, func(p linkedin.Position) bool { return key != "" && companyKey(p.Company) == key })
	if i < 0 {
		return ""
	}
	return o.Positions[i].Company
}

const prefixMessages = "msg/"

const keyOwn = "own"
