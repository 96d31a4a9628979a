package dev.millrace.standalone.cluster;

import dev.millrace.standalone.cluster.Cluster.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What is killed when.
 *
 * @param part is killed
 * @param after so many executions have ended
 */
record KillPlan(Part part, long after) {
    /**
     * A kill that happened.
     *
     * @param at when the process was gone
     * @param settled when work stopped moving between processes because of it
     */
    record Kill(Part part, long after, Instant at, Instant settled) {}

    /** Every part once, in random order, at random moments of the run's first four fifths. */
    static List<KillPlan> random(int executions, Random random) {
        var parts = new ArrayList<>(List.of(Part.values()));
        Collections.shuffle(parts, random);
        int share = executions / (parts.size() + 1);
        var plan = new ArrayList<KillPlan>();
        for (int i = 0; i < parts.size(); i++) {
            plan.add(new KillPlan(parts.get(i), (long) i * share + 1 + random.nextInt(share)));
        }
        return plan;
    }
}
