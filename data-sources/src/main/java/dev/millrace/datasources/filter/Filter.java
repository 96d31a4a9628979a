package dev.millrace.datasources.filter;

import dev.millrace.datasources.Association.Kind;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A filter as SQL over the root's alias.
 *
 * @param own what only asks about the root
 * @param beyond what asks about associated records, too
 * @param joins the associations in use, one per path, outer
 */
public record Filter(boolean isEmpty, Condition own, Condition beyond, List<Join> joins) {

    record Join(Table<?> table, Condition on, Kind kind) {}

    /**
     * As one condition on the root. The associated records are looked for within it, so a record never appears twice, and a
     * concurrent change to the root makes the database test the condition again on the new row.
     */
    public Condition condition() {
        if (joins.isEmpty()) {
            return own;
        }
        var inner = join(DSL.selectOne().from(DSL.selectOne().asTable("one"))).where(beyond);
        return own.and(DSL.exists(inner));
    }

    /** Joins at the root are planned better, but only to-one associations keep its records single. */
    public boolean canJoinRoot() {
        return joins.stream().allMatch(join -> join.kind() == Kind.TO_ONE);
    }

    public <R extends Record> SelectJoinStep<R> join(SelectJoinStep<R> select) {
        SelectJoinStep<R> joined = select;
        for (Join join : joins) {
            joined = joined.leftJoin(join.table()).on(join.on());
        }
        return joined;
    }
}
