package dev.millrace.messaging;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.Config;

/**
 * Kafka as an installation configures it, below {@code kafka.}: the broker, security and time-outs. Taken are the settings that
 * mean the same to all clients; what only producers or only consumers know is the services' own, because their promises rest
 * on it.
 */
public final class KafkaConfiguration {
    private static final String ROOT = "kafka.";
    private static final String SERVERS = CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;

    /** Security providers and callbacks have settings of their own. */
    private static final Set<String> SECURITY = Set.of("security.", "sasl.", "ssl.");

    private KafkaConfiguration() {}

    public static KafkaSettings read(Config config) {
        Map<String, String> extra = new HashMap<>();
        for (var name : config.getPropertyNames()) {
            var setting = setting(name);
            if (isTaken(setting)) {
                config.getOptionalValue(ROOT + setting, String.class).ifPresent(value -> extra.put(setting, value));
            }
        }
        return new KafkaSettings(config.getValue(ROOT + SERVERS, String.class), extra);
    }

    /** Without its root, or empty; environment variables are listed as {@code KAFKA_SASL_MECHANISM}. */
    private static String setting(String name) {
        var dotted =
                name.startsWith(ROOT) ? name : name.toLowerCase(Locale.ROOT).replace('_', '.');
        return dotted.startsWith(ROOT) ? dotted.substring(ROOT.length()) : "";
    }

    private static boolean isTaken(String setting) {
        return !setting.equals(SERVERS)
                && (AdminClientConfig.configNames().contains(setting)
                        || SECURITY.stream().anyMatch(setting::startsWith));
    }
}
