package dev.millrace.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final List<String> NAMES = List.of(STANDALONE, JSON, ONLY);

    /** Either the options or the sentence that says what is wrong. */
    sealed interface Parsed {}

    record Accepted(Options options) implements Parsed {}

    record Refused(String message) implements Parsed {}

    private final List<String> workloads;

    CommandLine(List<String> workloads) {
        this.workloads = workloads;
    }

    Parsed parse(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            if (!NAMES.contains(name)) {
                return new Refused("Expected --json FILE or --only W3,W5, but " + name + " is no option of the bench.");
            }
            if (i + 1 == arguments.size()) {
                return new Refused("Expected a value after " + name + ", but there is none.");
            }
            values.put(name, arguments.get(i + 1));
        }
        return check(values);
    }

    private Parsed check(Map<String, String> values) {
        var standalone = Optional.ofNullable(values.get(STANDALONE)).map(Path::of);
        if (standalone.filter(Files::isRegularFile).isEmpty()) {
            return new Refused("Expected " + STANDALONE + " to name the standalone's quarkus-run.jar, but "
                    + standalone.map(path -> "there is no file " + path).orElse("it is missing")
                    + ". Use ./millrace bench, which builds it.");
        }
        var json =
                Optional.ofNullable(values.get(JSON)).map(file -> Path.of(file).toAbsolutePath());
        if (json.isPresent() && !Files.isDirectory(json.get().getParent())) {
            return new Refused("Expected to write " + json.get() + ", but its folder does not exist.");
        }
        return only(values.get(ONLY), new Options(standalone.get(), json, workloads));
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
        return new Accepted(new Options(all.standalone(), all.json(), inOrder));
    }
}
