package dev.millrace.orchestrator.host.book;

import dev.millrace.orchestrator.engine.graph.Admission.Claim;
import dev.millrace.orchestrator.engine.state.Header;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;

/** What a turn has to do with slots: mostly nothing. */
public final class SlotChanges {
    private final List<Claimed> claims = new ArrayList<>();
    private final List<String> released = new ArrayList<>();
    private final List<Header> begun = new ArrayList<>();
    private final List<Future<RowSet<Row>>> told = new ArrayList<>();

    record Claimed(Header header, Claim claim) {}

    /** An execution was queued. */
    public void claim(Header header, Claim claim) {
        claims.add(new Claimed(header, claim));
    }

    /** An execution has ended that may hold a slot or wait for one. */
    public void release(String executionId) {
        released.add(executionId);
    }

    /** An execution that was queued has begun. */
    public void begun(Header header) {
        begun.add(header);
    }

    /** What follows, once all of it is committed. */
    public List<SlotDecision> decisions() {
        return told.stream().flatMap(rows -> SlotTable.decisions(rows.result())).toList();
    }

    List<Claimed> claims() {
        return claims;
    }

    List<String> released() {
        return released;
    }

    List<Header> begun() {
        return begun;
    }

    /** What the database will say of slots that were given or refused. */
    Future<?> tell(Future<RowSet<Row>> rows) {
        told.add(rows);
        return rows;
    }
}
