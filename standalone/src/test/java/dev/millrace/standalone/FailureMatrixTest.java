package dev.millrace.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every row of the failure matrix names its test, and every test that it names is there. */
class FailureMatrixTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(should\\w+))?`");

    @Test
    void shouldNameTestsThatAreThere() throws IOException {
        // given
        var sources = testSources();
        var rows = Files.readAllLines(REPOSITORY.resolve("docs/failure-matrix.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.contains("| Test |"))
                .toList();

        // then
        assertThat(rows).hasSizeGreaterThan(30);
        for (var row : rows) {
            var named = NAMED.matcher(row).results().toList();
            assertThat(!named.isEmpty() || row.contains("[above]")).as(row).isTrue();
            for (var one : named) {
                assertThat(sources).as(row).containsKey(one.group(1));
                var method = one.group(2) == null ? "class " + one.group(1) : "void " + one.group(2) + "(";
                assertThat(sources.get(one.group(1))).as(row).anyMatch(source -> source.contains(method));
            }
        }
    }

    /** By class name; several modules may have a test of one name. */
    private static Map<String, List<String>> testSources() throws IOException {
        Map<String, List<String>> sources = new HashMap<>();
        try (var modules = Files.list(REPOSITORY)) {
            for (var tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (var files = Files.walk(tests)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(file -> sources.computeIfAbsent(
                                    file.getFileName().toString().replace(".java", ""), name -> new ArrayList<>())
                            .add(read(file)));
                }
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
