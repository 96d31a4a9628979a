package dev.millrace.orchestrator.host;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;

/** What keeps the host from its work at the moment, by the part that is kept. */
public final class HostStatus {
    private static final Logger LOG = Logger.getLogger(HostStatus.class);

    private final Map<String, String> problems = new ConcurrentSkipListMap<>();

    void failing(String part, String problem) {
        if (!problem.equals(problems.put(part, problem))) {
            LOG.warnf("%s waits and tries again: %s", part, problem);
        }
    }

    void working(String part) {
        if (problems.remove(part) != null) {
            LOG.infof("%s works again", part);
        }
    }

    public Map<String, String> problems() {
        return Map.copyOf(problems);
    }
}
