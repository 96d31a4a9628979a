package dev.millrace.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the command line. Everything that would fail later is refused here, before minutes of measuring. */
final class CommandLine {
    private static final String STANDALONE = "--standalone";
    private static final String JSON = "--json";
    private static final String ONLY = "--only";
    private static final String PACED = "--paced";
    private static final String MICRO = "--micro";
    private static final List<String> NAMES = List.of(STANDALONE, JSON, ONLY, PACED);
    private static final Duration PACED_DEFAULT = Duration.ofMinutes(2);
    private static final int LONGEST_PACED = 3_600;

    /** Either the options or the sentence that says what is wrong. */
    sealed interface Parsed {}

    record Accepted(Options options) implements Parsed {}

    /** The micro-benchmarks, and nothing else. */
    record AcceptedMicro(Optional<Path> json) implements Parsed {}

    record Refused(String message) implements Parsed {}

    private final List<String> workloads;

    CommandLine(List<String> workloads) {
        this.workloads = workloads;
    }

    Parsed parse(List<String> arguments) {
        var left = new ArrayList<>(arguments);
        boolean micro = left.remove(MICRO);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < left.size(); i += 2) {
            var name = left.get(i);
            if (!NAMES.contains(name)) {
                return new Refused("Expected --json FILE, --only W3,W5, --paced SECONDS or --micro, but " + name
                        + " is no option of the bench.");
            }
            if (i + 1 == left.size()) {
                return new Refused("Expected a value after " + name + ", but there is none.");
            }
            values.put(name, left.get(i + 1));
        }
        return check(values, micro);
    }

    private Parsed check(Map<String, String> values, boolean micro) {
        var json =
                Optional.ofNullable(values.get(JSON)).map(file -> Path.of(file).toAbsolutePath());
        if (json.isPresent() && !Files.isDirectory(json.get().getParent())) {
            return new Refused("Expected to write " + json.get() + ", but its folder does not exist.");
        }
        if (!micro) {
            return workloads(values, json);
        }
        return values.containsKey(ONLY) || values.containsKey(PACED)
                ? new Refused("Expected --micro alone or with --json, but the other options are for the workloads.")
                : new AcceptedMicro(json);
    }

    private Parsed workloads(Map<String, String> values, Optional<Path> json) {
        var standalone = Optional.ofNullable(values.get(STANDALONE)).map(Path::of);
        if (standalone.filter(Files::isRegularFile).isEmpty()) {
            return new Refused("Expected " + STANDALONE + " to name the standalone's quarkus-run.jar, but "
                    + standalone.map(path -> "there is no file " + path).orElse("it is missing")
                    + ". Use ./millrace bench, which builds it.");
        }
        var paced = paced(values.get(PACED));
        return paced.isEmpty()
                ? new Refused("Expected --paced to be seconds from 1 to " + LONGEST_PACED + ", but it is "
                        + values.get(PACED) + ".")
                : only(values.get(ONLY), new Options(standalone.get(), json, workloads, paced.get()));
    }

    private static Optional<Duration> paced(String text) {
        if (text == null) {
            return Optional.of(PACED_DEFAULT);
        }
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(seconds -> seconds >= 1 && seconds <= LONGEST_PACED)
                .map(Duration::ofSeconds);
    }

    private Parsed only(String text, Options all) {
        if (text == null) {
            return new Accepted(all);
        }
        var wanted = Arrays.stream(text.split(","))
                .map(id -> id.strip().toUpperCase(Locale.ROOT))
                .toList();
        List<String> unknown = new ArrayList<>(wanted);
        unknown.removeAll(workloads);
        if (!unknown.isEmpty()) {
            return new Refused("Expected --only to name some of " + String.join(", ", workloads) + ", but "
                    + String.join(", ", unknown) + " is none of them.");
        }
        var inOrder = workloads.stream().filter(wanted::contains).toList();
        return new Accepted(new Options(all.standalone(), all.json(), inOrder, all.paced()));
    }
}
