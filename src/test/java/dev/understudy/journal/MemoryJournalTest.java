package dev.understudy.journal;

class MemoryJournalTest extends JournalContract {
    private final Journal journal = new MemoryJournal();

    @Override
    protected Journal journal() {
        return journal;
    }
}
