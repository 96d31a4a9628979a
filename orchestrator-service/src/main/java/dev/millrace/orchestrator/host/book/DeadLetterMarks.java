package dev.millrace.orchestrator.host.book;

import static dev.millrace.orchestrator.host.book.Database.await;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/** What people did about dead letters. Blocks. */
public final class DeadLetterMarks {
    private static final String SELECT = """
            select letter_offset, state, marked_by, marked_at from dead_letter_mark
            where letter_partition = $1 and letter_offset >= $2 and letter_offset < $3""";

    private static final String INSERT = """
            insert into dead_letter_mark (letter_partition, letter_offset, state, marked_by) values ($1, $2, $3, $4)
            on conflict do nothing""";

    /** Of letters that the topic no longer has. */
    private static final String FORGET =
            "delete from dead_letter_mark where letter_partition = $1 and letter_offset < $2";

    private final Database database;

    public DeadLetterMarks(Database database) {
        this.database = database;
    }

    public enum State {
        REPLAYED,
        DISCARDED
    }

    /** @param by who did it */
    public record Mark(State state, String by, Instant at) {}

    /** The marks of letters of a partition by their offset, from the first offset to before the last. */
    public Map<Long, Mark> between(int partition, long from, long to) {
        return database.reading(connection -> {
            var marks = new HashMap<Long, Mark>();
            for (var row : await(connection.preparedQuery(SELECT).execute(Tuple.of(partition, from, to)))) {
                marks.put(
                        row.getLong("letter_offset"),
                        new Mark(
                                State.valueOf(row.getString("state")),
                                row.getString("marked_by"),
                                row.get(OffsetDateTime.class, "marked_at").toInstant()));
            }
            return marks;
        });
    }

    /**
     * Marks a letter, unless it is marked already, and does something in the same transaction: of several callers at once one
     * alone does it.
     *
     * @param first offset that the topic still has
     * @param work when it throws the letter is not marked
     * @return false when the letter was marked before; nothing is done then
     */
    public boolean mark(int partition, long offset, long first, State state, String by, Runnable work) {
        return database.inTransaction(connection -> {
            await(connection.preparedQuery(FORGET).execute(Tuple.of(partition, first)));
            var inserted =
                    await(connection.preparedQuery(INSERT).execute(Tuple.of(partition, offset, state.name(), by)));
            if (inserted.rowCount() == 0) {
                return false;
            }
            work.run();
            return true;
        });
    }
}
