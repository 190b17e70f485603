package store

import (
	"cmp"
	"context"
	"runtime"
	"sync"

	"linkvet/store/fault"
	"linkvet/store/insight"
	"linkvet/store/record"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

// Entries are opened in batches beside the walk along the list, because their
// checksums take more time than all else, and counted in the order of the list.
const (
	batchRows   = 512
	mostBatches = 8 // on their way at once
)

// batch is some entries of the list, as they lie in the file. They stay there for
// as long as the transaction.
type batch struct {
	keys, values [][]byte
	skims        []record.Skim
	opened       chan error
}

// open opens the entries.
func (b *batch) open(path string) {
	b.opened <- fault.Guard(path, func() error {
		for i, key := range b.keys {
			payload, err := sealed.Open(key, b.values[i])
			if err == nil {
				err = record.SkimSummary(payload, &b.skims[i])
			}
			if err != nil {
				return tables.BadSummary(path, key, err)
			}
		}
		return nil
	})
}

// listTally counts the entries of a list.
type listTally struct {
	tx       *tables.Tx
	tally    *insight.Tally
	progress func(done, total int) // nil where nobody asks
	done     int
	total    int

	filling *batch
	queue   []*batch // handed out, in the order of the list
	spare   []*batch
	work    chan *batch
	workers sync.WaitGroup
}

// tallyList counts every invitation.
func tallyList(ctx context.Context, tx *tables.Tx, tally *insight.Tally, progress func(done, total int)) error {
	l := &listTally{tx: tx, tally: tally, progress: progress, total: tables.Count(tx), work: make(chan *batch)}
	for range max(runtime.GOMAXPROCS(0), 1) {
		l.workers.Go(func() {
			for b := range l.work {
				b.open(tx.Path)
			}
		})
	}
	defer l.workers.Wait() // they read from the file
	defer close(l.work)
	err := tx.EachListed(ctx, func(key, value []byte) (bool, error) {
		if l.filling == nil {
			l.filling = l.empty()
		}
		l.filling.keys, l.filling.values = append(l.filling.keys, key), append(l.filling.values, value)
		if len(l.filling.keys) < batchRows {
			return true, nil
		}
		return true, l.handOut(ctx)
	})
	if err == nil && l.filling != nil {
		err = l.handOut(ctx)
	}
	for err == nil && len(l.queue) > 0 {
		err = l.count(ctx)
	}
	if err == nil && l.done != l.total {
		err = fault.Damaged(tx.Path, "it should hold %d invitations and lists %d", l.total, l.done)
	}
	return err
}

// empty is a batch to fill.
func (l *listTally) empty() *batch {
	if n := len(l.spare); n > 0 {
		b := l.spare[n-1]
		l.spare = l.spare[:n-1]
		b.keys, b.values = b.keys[:0], b.values[:0]
		return b
	}
	return &batch{
		keys: make([][]byte, 0, batchRows), values: make([][]byte, 0, batchRows), skims: make([]record.Skim, batchRows), opened: make(chan error, 1),
	}
}

// handOut has the batch that was filled opened, and counts the one before all
// others when enough are on their way.
func (l *listTally) handOut(ctx context.Context) error {
	l.work <- l.filling
	l.queue, l.filling = append(l.queue, l.filling), nil
	if len(l.queue) < mostBatches {
		return nil
	}
	return l.count(ctx)
}

// count counts the first batch.
func (l *listTally) count(ctx context.Context) error {
	b := l.queue[0]
	l.queue = append(l.queue[:0], l.queue[1:]...)
	if err := cmp.Or(<-b.opened, ctx.Err()); err != nil {
		return err
	}
	for i, key := range b.keys {
		sent, id, ok := record.ParseListKey(key)
		if !ok {
			return tables.BadSummary(l.tx.Path, key, record.ErrSummary)
		}
		if !l.tally.Listed(id, record.Seconds(sent), &b.skims[i]) {
			continue
		}
		inv, err := l.tx.Get(id)
		if err != nil {
			return err
		}
		l.tally.Whole(&inv)
	}
	l.spare = append(l.spare, b)
	if l.done += len(b.keys); l.progress != nil {
		fault.CallCaller(func() { l.progress(l.done, l.total) })
	}
	return nil
}
