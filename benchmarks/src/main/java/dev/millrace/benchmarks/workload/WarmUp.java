package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Console;
import dev.millrace.benchmarks.load.WebhookLoad.Amount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Repeats the load that is measured afterwards until it gets no faster and the just-in-time compiler rests: on two cores that one
 * works for minutes beside the load that it compiles. Until then rates stand still for half a minute at half of
 * what they come to.
 *
 * @param window rounds whose median is compared with the best window before it
 * @param least rounds, whatever their rates
 * @param most rounds, however much they still gain
 */
record WarmUp(int window, int least, int most) {
    /** A gain within this share is noise. */
    private static final double GAIN = 1.03;

    /** Below this share of the time the compiler has only what comes up late; with a queue it is near 1. */
    private static final double RESTING = 0.25;

    /** Windows in a row that gain nothing: one may have met a pause. */
    private static final int WITHOUT_GAIN = 2;

    /** Calls a webhook one at a time before that is measured: too few calls to see in their rates whether they got faster. */
    static void oneAtATime(Lab lab, String id, String workflowKey, Amount amount) {
        var answered = lab.webhooks().run(1, workflowKey, amount);
        Console.say(id + ": warmed up with " + answered.count() + " calls by 1 client");
    }

    /**
     * @param what is repeated, for the line that says how much was warmed
     * @param compiled for how long the compiler has worked by now
     * @param round gives its rate
     * @return rounds done
     */
    int run(String id, String what, Supplier<Duration> compiled, DoubleSupplier round) {
        var rates = new ArrayList<Double>();
        double best = 0;
        int idle = 0;
        var pace = new CompilerPace(compiled);
        while (rates.size() < most && (rates.size() < least || idle < WITHOUT_GAIN)) {
            rates.add(round.getAsDouble());
            if (rates.size() % window == 0) {
                double now = median(rates.subList(rates.size() - window, rates.size()));
                boolean resting = pace.share() < RESTING;
                idle = now > best * GAIN || !resting ? 0 : idle + 1;
                best = Math.max(best, now);
            }
        }
        Console.say(String.format(
                Locale.ROOT,
                "%s: warmed up with %d %s, %s",
                id,
                rates.size(),
                what,
                idle < WITHOUT_GAIN ? "still gaining" : "until they got no faster"));
        return rates.size();
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    /** How much of the time since it was last asked the compiler has worked. */
    private static final class CompilerPace {
        private final Supplier<Duration> compiled;
        private Duration before;
        private long since = System.nanoTime();

        CompilerPace(Supplier<Duration> compiled) {
            this.compiled = compiled;
            this.before = compiled.get();
        }

        double share() {
            var now = compiled.get();
            long at = System.nanoTime();
            double share = (double) now.minus(before).toNanos() / Math.max(1, at - since);
            before = now;
            since = at;
            return share;
        }
    }
}
