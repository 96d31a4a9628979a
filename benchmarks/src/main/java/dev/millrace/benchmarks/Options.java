package dev.millrace.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param standalone the standalone's {@code quarkus-run.jar}
 * @param json file for the figures, if wanted
 * @param only ids of the workloads to run, in the bench's order
 * @param paced how long the paced load lasts
 */
record Options(Path standalone, Optional<Path> json, List<String> only, Duration paced) {}
