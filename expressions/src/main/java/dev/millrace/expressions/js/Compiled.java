package dev.millrace.expressions.js;

import dev.millrace.expressions.Evaluation.Failure;
import java.util.Optional;
import org.graalvm.polyglot.Value;

/** @param run from JSON values to a JSON answer; null where there is a failure */
record Compiled(Value run, Optional<Failure> failure) {}
