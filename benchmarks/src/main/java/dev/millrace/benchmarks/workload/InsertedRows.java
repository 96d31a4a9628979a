package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.Console;
import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Figure.Manner;
import dev.millrace.benchmarks.measure.Target;
import dev.millrace.benchmarks.product.WorkflowDocument;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** W6: 10,000 rows inserted by one statement, each starting a workflow of two nodes; none may be lost or doubled. */
final class InsertedRows implements Workload {
    private static final String KEY = "bench-w6";
    private static final String TABLE = "bench_rows";
    private static final int WARM = 5_000;
    private static final int SIZE = 10_000;
    private static final double SHARE_OF_STARTS = 0.5;

    @Override
    public String id() {
        return "W6";
    }

    @Override
    public List<Figure> run(Lab lab) {
        execute(
                lab,
                "create table " + TABLE
                        + " (id bigint generated always as identity primary key, amount integer not null)");
        execute(lab, "alter table " + TABLE + " replica identity full");
        lab.api().refresh("shop");
        lab.api()
                .install(WorkflowDocument.onInsert(KEY, "shop:" + TABLE)
                        .calculation("double", "{{$context.data.amount}} * 2")
                        .condition("check", "equal", "{{$jobsMapByNodeKey.double}}", 42));
        insert(lab, WARM);
        Console.say(id() + ": warmed up with " + WARM + " rows in one statement");
        lab.expectJobs(KEY, 2);
        var outcome = insert(lab, SIZE);
        lab.expectResolved(KEY, (long) WARM + SIZE);
        return List.of(new Figure.Named("W6", SIZE + " rows in one statement", "executions")
                .figure(
                        outcome.completion(),
                        outcome.rate(),
                        Manner.MANY,
                        new Target.ShareOfWorkload(WebhookBurst.FIGURE, SHARE_OF_STARTS)));
    }

    private static Bursts.Outcome insert(Lab lab, int rows) {
        var sql = "insert into " + TABLE + " (amount) select n % 100 from generate_series(1, " + rows + ") n";
        return new Bursts(lab.recorded()).run(KEY, rows, () -> execute(lab, sql));
    }

    private static void execute(Lab lab, String sql) {
        try (var connection = DriverManager.getConnection(lab.shopJdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new BenchFailure("Expected to run \"" + sql + "\", but the database refused", e);
        }
    }
}
