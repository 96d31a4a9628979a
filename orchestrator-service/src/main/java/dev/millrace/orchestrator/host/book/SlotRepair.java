package dev.millrace.orchestrator.host.book;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Makes good what a crash behind a commit has left untold. */
public final class SlotRepair {
    private static final int MOST = 1_000;

    private final Database database;

    public SlotRepair(Database database) {
        this.database = database;
    }

    /** @param age younger decisions are on their way */
    public List<SlotDecision> untold(Duration age) {
        var changes = new SlotChanges();
        var orphans = database.reading(connection -> SlotTable.orphans(connection, MOST));
        orphans.forEach(changes::release);
        if (!orphans.isEmpty()) {
            database.atOnce(connection -> SlotTable.write(connection, changes));
        }
        var unheard = database.reading(connection -> SlotTable.unheard(connection, age, MOST));
        return Stream.concat(changes.decisions().stream(), unheard.stream()).toList();
    }
}
