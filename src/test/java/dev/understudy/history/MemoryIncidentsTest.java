package dev.understudy.history;

class MemoryIncidentsTest extends IncidentsContract {
    private final Incidents incidents = new MemoryIncidents();

    @Override
    protected Incidents incidents() {
        return incidents;
    }
}
