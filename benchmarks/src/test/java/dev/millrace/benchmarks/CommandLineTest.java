package dev.millrace.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.benchmarks.CommandLine.Accepted;
import dev.millrace.benchmarks.CommandLine.AcceptedMicro;
import dev.millrace.benchmarks.CommandLine.Parsed;
import dev.millrace.benchmarks.CommandLine.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final List<String> WORKLOADS = List.of("W1", "W2", "W3");

    @TempDir
    private Path folder;

    private String jar;

    @BeforeEach
    void createJar() throws IOException {
        jar = Files.createFile(folder.resolve("quarkus-run.jar")).toString();
    }

    @Test
    void shouldRunAllWorkloadsUnlessToldOtherwise() {
        // when
        var parsed = parse("--standalone", jar);

        // then
        assertThat(options(parsed).only()).isEqualTo(WORKLOADS);
        assertThat(options(parsed).json()).isEmpty();
        assertThat(options(parsed).standalone()).isEqualTo(Path.of(jar));
    }

    @Test
    void shouldRunSomeWorkloadsInTheBenchsOrder() {
        // when
        var parsed = parse("--standalone", jar, "--only", "w3, W1");

        // then
        assertThat(options(parsed).only()).containsExactly("W1", "W3");
    }

    @Test
    void shouldRefuseAnUnknownWorkload() {
        // when
        var parsed = parse("--standalone", jar, "--only", "W1,W9,speed");

        // then
        assertThat(refusal(parsed))
                .isEqualTo("Expected --only to name some of W1, W2, W3, but W9, SPEED is none of them.");
    }

    @Test
    void shouldRefuseAnUnknownOption() {
        assertThat(refusal(parse("--standalone", jar, "--fast"))).contains("--fast is no option of the bench");
    }

    @Test
    void shouldRefuseAnOptionWithoutItsValue() {
        assertThat(refusal(parse("--standalone", jar, "--json")))
                .isEqualTo("Expected a value after --json, but there is none.");
    }

    @Test
    void shouldRefuseAMissingStandalone() {
        assertThat(refusal(parse())).contains("--standalone", "it is missing", "./millrace bench");
        assertThat(refusal(parse("--standalone", jar + ".not"))).contains("there is no file " + jar + ".not");
    }

    @Test
    void shouldRefuseAFolderThatDoesNotExistBeforeAnythingIsMeasured() {
        // given
        var file = folder.resolve("absent/figures.json");

        // when
        var parsed = parse("--standalone", jar, "--json", file.toString());

        // then
        assertThat(refusal(parsed)).isEqualTo("Expected to write " + file + ", but its folder does not exist.");
    }

    @Test
    void shouldLetThePacedLoadLastAsLongAsAskedFor() {
        assertThat(options(parse("--standalone", jar)).paced()).isEqualTo(Duration.ofMinutes(2));
        assertThat(options(parse("--standalone", jar, "--paced", "20")).paced()).isEqualTo(Duration.ofSeconds(20));
        assertThat(refusal(parse("--standalone", jar, "--paced", "soon")))
                .isEqualTo("Expected --paced to be seconds from 1 to 3600, but it is soon.");
        assertThat(refusal(parse("--standalone", jar, "--paced", "0"))).contains("but it is 0");
    }

    @Test
    void shouldRunTheMicroBenchmarksAlone() {
        // given
        var file = folder.resolve("micro.json");

        // then
        assertThat(parse("--micro")).isEqualTo(new AcceptedMicro(Optional.empty()));
        assertThat(parse("--standalone", jar, "--micro", "--json", file.toString()))
                .isEqualTo(new AcceptedMicro(Optional.of(file)));
        assertThat(refusal(parse("--micro", "--only", "W1"))).startsWith("Expected --micro alone or with --json");
    }

    private static Parsed parse(String... arguments) {
        return new CommandLine(WORKLOADS).parse(List.of(arguments));
    }

    private static Options options(Parsed parsed) {
        assertThat(parsed).isInstanceOf(Accepted.class);
        return ((Accepted) parsed).options();
    }

    private static String refusal(Parsed parsed) {
        assertThat(parsed).isInstanceOf(Refused.class);
        return ((Refused) parsed).message();
    }
}
