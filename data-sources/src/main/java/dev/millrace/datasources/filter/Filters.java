package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.Association;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.sql.Sql;
import dev.millrace.datasources.value.ColumnText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Turns filter JSON into SQL conditions. */
public final class Filters {
    private final Function<String, Optional<Collection>> collections;
    private final FilterReader reader;
    private final ColumnText texts;
    private final DateRanges dates;

    /**
     * @param collections by name
     * @param clock tells today, and the zone of dates without one
     */
    public Filters(Function<String, Optional<Collection>> collections, ColumnText texts, Clock clock) {
        this.collections = collections;
        this.reader = new FilterReader(collections);
        this.texts = texts;
        this.dates = new DateRanges(clock);
    }

    /**
     * @param alias under which the statement knows the root
     * @throws dev.millrace.datasources.DataSourceException for an unknown field or operator, or a value that does not fit
     */
    public Filter compile(Collection root, String alias, JsonNode json) {
        FilterTree tree = reader.read(root, json);
        var rendering = new Rendering(alias);
        var own = new ArrayList<Condition>();
        var beyond = new ArrayList<Condition>();
        for (FilterTree part : conjuncts(tree)) {
            (part.leavesRoot() ? beyond : own).add(rendering.render(part));
        }
        return new Filter(tree.isEmpty(), DSL.and(own), DSL.and(beyond), List.copyOf(rendering.joins.values()));
    }

    private static List<FilterTree> conjuncts(FilterTree tree) {
        return tree instanceof FilterTree.All all
                ? all.parts().stream().flatMap(part -> conjuncts(part).stream()).toList()
                : List.of(tree);
    }

    /** One filter's way to SQL: conditions on the same path share its join. */
    private final class Rendering {
        private final String root;
        private final Map<List<Association>, Filter.Join> joins = new LinkedHashMap<>();
        private final Map<List<Association>, String> aliases = new LinkedHashMap<>();

        Rendering(String root) {
            this.root = root;
        }

        Condition render(FilterTree tree) {
            if (tree instanceof FilterTree.All all) {
                return DSL.and(all.parts().stream().map(this::render).toList());
            }
            if (tree instanceof FilterTree.Any any) {
                return DSL.or(any.parts().stream().map(this::render).toList());
            }
            if (tree instanceof FilterTree.Not not) {
                // "Not done" includes the records where nothing is known, as $ne does.
                return Sql.condition("({0}) is not true", render(not.part()));
            }
            return test((FilterTree.Test) tree);
        }

        private Condition test(FilterTree.Test test) {
            var column = Sql.column(alias(test.path()), test.field().name());
            var operand = new Operand(column, test.field(), test.operatorName(), texts, dates);
            return test.operator().test(operand, test.value());
        }

        private String alias(List<Association> path) {
            if (path.isEmpty()) {
                return root;
            }
            String known = aliases.get(path);
            return known == null ? join(path) : known;
        }

        private String join(List<Association> path) {
            String from = alias(path.subList(0, path.size() - 1));
            Association last = path.get(path.size() - 1);
            Collection target = collections.apply(last.target()).orElseThrow();
            String alias = "a" + (aliases.size() + 1);
            aliases.put(path, alias);
            joins.put(
                    path,
                    new Filter.Join(
                            Sql.table(target.schema(), target.table()).as(alias),
                            Sql.column(alias, last.foreignColumn()).eq(Sql.column(from, last.localColumn())),
                            last.kind()));
            return alias;
        }
    }
}
