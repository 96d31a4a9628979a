package dev.millrace.definition.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing. Who fails five times in a row for one user from one address, or fifty times from one address, waits, each
 * time twice as long; others are not locked out by it. Held in memory: with several instances a guesser gets that many times more.
 */
final class LoginThrottle {
    private static final int FREE_PER_USER = 5;
    private static final int FREE_PER_ADDRESS = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> byName = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private record Failures(int count, Instant last, Instant until) {}

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this one still has to wait, if at all. */
    synchronized Optional<Duration> wait(String username, String address) {
        return longer(left(user(username, address)), left(address));
    }

    synchronized void failed(String username, String address) {
        note(user(username, address), FREE_PER_USER);
        note(address, FREE_PER_ADDRESS);
    }

    synchronized void succeeded(String username, String address) {
        byName.remove(user(username, address));
    }

    private void note(String name, int free) {
        var now = clock.instant();
        var before = byName.get(name);
        boolean fresh = before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now);
        int count = fresh ? 1 : before.count() + 1;
        int doublings = Math.min(MOST_DOUBLINGS, count - free);
        var until = doublings < 0 ? now : now.plus(FIRST_WAIT.multipliedBy(1L << doublings));
        byName.put(name, new Failures(count, now, until));
    }

    private Optional<Duration> left(String name) {
        var now = clock.instant();
        return Optional.ofNullable(byName.get(name))
                .map(Failures::until)
                .filter(until -> until.isAfter(now))
                .map(until -> Duration.between(now, until));
    }

    private static Optional<Duration> longer(Optional<Duration> one, Optional<Duration> other) {
        return one.isEmpty() || (other.isPresent() && other.get().compareTo(one.get()) > 0) ? other : one;
    }

    private static String user(String username, String address) {
        return address + " " + username;
    }
}
