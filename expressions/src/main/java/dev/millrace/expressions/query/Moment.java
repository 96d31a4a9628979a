package dev.millrace.expressions.query;

import java.time.Instant;

/**
 * What a query may ask besides its source, so that asking again gives the same answer.
 *
 * @param now what {@code $now()} and {@code $millis()} of JSONata tell
 * @param seed of {@code $random()} and {@code $shuffle()}
 */
public record Moment(Instant now, long seed) {}
