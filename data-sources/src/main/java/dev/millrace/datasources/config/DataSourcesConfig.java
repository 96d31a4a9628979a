package dev.millrace.datasources.config;

import dev.millrace.datasources.ConnectionSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Reads the data sources from the configuration: {@code millrace.data-sources.<name>.host|port|database|user|password|schema|
 * ledger|pool-size}. A data source exists as soon as one of its keys does. Configuration has no order, so
 * {@code millrace.default-data-source} names the default; without it the first name of the alphabet is.
 */
public final class DataSourcesConfig {
    private static final String PREFIX = "millrace.data-sources.";
    /** Names become parts of Kafka topics and of replication slots. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private static final Pattern KEY = Pattern.compile(
            Pattern.quote(PREFIX) + "\"?([^.\"]+)\"?\\.(host|port|database|user|password|schema|ledger|pool-size)");
    /** How an environment variable spells the same; it is seen under this name alone where no other source has the key. */
    private static final Pattern VARIABLE =
            Pattern.compile("MILLRACE_DATA_SOURCES_(.+)_(HOST|PORT|DATABASE|USER|PASSWORD|SCHEMA|LEDGER|POOL_SIZE)");

    private static final int DEFAULT_PORT = 5432;
    private static final int DEFAULT_POOL_SIZE = 8;

    private final Config config;

    private DataSourcesConfig(Config config) {
        this.config = config;
    }

    /**
     * The data sources, the default first.
     *
     * @throws IllegalArgumentException for a name that cannot be one, a default that does not exist, or a pool without
     *     connections
     */
    public static List<ConnectionSettings> read(Config config) {
        var reader = new DataSourcesConfig(config);
        return reader.names().stream().map(reader::settings).toList();
    }

    private Set<String> names() {
        var found = new TreeSet<String>();
        for (String property : config.getPropertyNames()) {
            nameIn(property).ifPresent(found::add);
        }
        found.forEach(DataSourcesConfig::check);
        var ordered = new LinkedHashSet<String>();
        config.getOptionalValue("millrace.default-data-source", String.class).ifPresent(name -> {
            if (!found.contains(name)) {
                throw new IllegalArgumentException(
                        "Expected millrace.default-data-source to name a configured data source, but \"" + name
                                + "\" has no settings under " + PREFIX + name);
            }
            ordered.add(name);
        });
        ordered.addAll(found);
        return ordered;
    }

    private static Optional<String> nameIn(String property) {
        Matcher key = KEY.matcher(property);
        if (key.matches()) {
            return Optional.of(key.group(1));
        }
        Matcher variable = VARIABLE.matcher(property);
        return variable.matches() ? Optional.of(variable.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Expected the name of a data source to be a lower-case letter, then letters, digits or underscores, 40"
                            + " at most, but was \"" + name + "\"");
        }
    }

    private ConnectionSettings settings(String name) {
        int poolSize = value(name, "pool-size", Integer.class).orElse(DEFAULT_POOL_SIZE);
        if (poolSize < 1) {
            throw new IllegalArgumentException(
                    "Expected " + PREFIX + name + ".pool-size to be at least 1, but was " + poolSize);
        }
        return new ConnectionSettings(
                name,
                value(name, "host", String.class).orElse("localhost"),
                value(name, "port", Integer.class).orElse(DEFAULT_PORT),
                value(name, "database", String.class).orElse(name),
                value(name, "user", String.class).orElse("postgres"),
                value(name, "password", String.class).orElse(""),
                value(name, "schema", String.class).orElse("public"),
                value(name, "ledger", Boolean.class).orElse(true),
                poolSize);
    }

    private <T> Optional<T> value(String name, String key, Class<T> type) {
        return config.getOptionalValue(PREFIX + name + "." + key, type);
    }
}
