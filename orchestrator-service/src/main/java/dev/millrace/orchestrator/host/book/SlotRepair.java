package dev.millrace.orchestrator.host.book;

import java.time.Duration;
import java.util.List;

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
            database.inTransaction(connection -> {
                SlotTable.write(connection, changes);
                return true;
            });
        }
        changes.decisions().addAll(database.reading(connection -> SlotTable.unheard(connection, age, MOST)));
        return changes.decisions();
    }
}
