package dev.millrace.benchmarks;

import dev.millrace.benchmarks.baseline.BareLoop;
import dev.millrace.benchmarks.baseline.Commits;
import dev.millrace.benchmarks.load.WebhookLoad;
import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Results;
import dev.millrace.benchmarks.micro.Micro;
import dev.millrace.benchmarks.product.Api;
import dev.millrace.benchmarks.product.Book;
import dev.millrace.benchmarks.report.JsonReport;
import dev.millrace.benchmarks.report.Machine;
import dev.millrace.benchmarks.report.Table;
import dev.millrace.benchmarks.standalone.Standalone;
import dev.millrace.benchmarks.workload.Lab;
import dev.millrace.benchmarks.workload.Workload;
import dev.millrace.benchmarks.workload.Workloads;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ./millrace bench}: starts the standalone, measures it beside two baselines, prints one table. */
public final class Bench {
    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final Duration COMMITS_MEASURED = Duration.ofSeconds(6);
    private static final Duration MICRO_ITERATION = Duration.ofSeconds(2);

    private Bench() {}

    public static void main(String[] arguments) {
        var parsed = new CommandLine(Workloads.ids()).parse(List.of(arguments));
        if (parsed instanceof CommandLine.Refused refused) {
            Console.show(refused.message());
            System.exit(REFUSED);
        } else if (parsed instanceof CommandLine.Accepted accepted) {
            System.exit(run(accepted.options()));
        } else if (parsed instanceof CommandLine.AcceptedMicro micro) {
            System.exit(runMicro(micro.json()));
        }
    }

    private static int runMicro(Optional<Path> json) {
        var begun = Instant.now();
        try {
            var figures = Micro.run(MICRO_ITERATION);
            Console.show("\n" + Micro.render(figures));
            json.ifPresent(file -> JsonReport.writeMicro(file, figures, Machine.here(), begun));
            return 0;
        } catch (BenchFailure e) {
            Console.show(e.getMessage());
            return FAILED;
        }
    }

    /** A missed target is a figure, not a failure: the exit code is 0 when everything asked for was measured. */
    private static int run(Options options) {
        var begun = Instant.now();
        try {
            Console.say("Starting the standalone on a temporary data folder");
            var results = measure(options);
            Console.show("\n" + Table.render(results));
            options.json().ifPresent(file -> JsonReport.write(file, results, Machine.here(), begun));
            return results.failures().isEmpty() ? 0 : FAILED;
        } catch (BenchFailure e) {
            Console.show(e.getMessage());
            return FAILED;
        }
    }

    private static Results measure(Options options) {
        try (var standalone = Standalone.start(options.standalone());
                var compiler = standalone.compiler();
                var book = new Book(standalone.jdbcUrl("millrace"))) {
            Console.say("The standalone is ready; measuring the baselines");
            var loop = new BareLoop(standalone.kafka(), BareLoop.Amounts.FULL).measure();
            var commits = new Commits(standalone.jdbcUrl("millrace"), COMMITS_MEASURED).measure();
            var api = new Api(standalone.port(), standalone.adminPassword());
            var lab = new Lab(
                    api,
                    book,
                    new WebhookLoad(standalone.port()),
                    compiler,
                    standalone.kafka(),
                    standalone.jdbcUrl("shop"),
                    options.paced());
            List<Figure> figures = new ArrayList<>();
            List<Results.Failure> failures = new ArrayList<>();
            for (var workload : chosen(options)) {
                Console.say(workload.id() + " begins");
                try {
                    figures.addAll(workload.run(lab));
                } catch (BenchFailure e) {
                    Console.say(workload.id() + " failed: " + e.getMessage());
                    failures.add(new Results.Failure(workload.id(), e.getMessage()));
                }
            }
            return new Results(loop.one(), loop.bursts(), commits, figures, failures);
        }
    }

    private static List<Workload> chosen(Options options) {
        return Workloads.all().stream()
                .filter(workload -> options.only().contains(workload.id()))
                .toList();
    }
}
