package dev.millrace.worker.nodes.request;

import java.util.List;
import java.util.Locale;

/**
 * The hosts that requests may go to: names, addresses, or {@code *.example.com} for one label below a domain. Empty means
 * all. Each hop of a redirect is asked for. Names are compared as written in the URL; a network that must not be reached
 * whatever a name resolves to needs a network policy.
 */
record AllowedHosts(List<String> patterns) {
    AllowedHosts {
        patterns = patterns.stream()
                .map(pattern -> pattern.strip().toLowerCase(Locale.ROOT))
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }

    boolean allow(String host) {
        if (patterns.isEmpty()) {
            return true;
        }
        var name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    private static boolean matches(String pattern, String name) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && name.substring(dot).equals(pattern.substring(1));
    }
}
