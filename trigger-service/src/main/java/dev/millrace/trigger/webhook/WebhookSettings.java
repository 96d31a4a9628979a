package dev.millrace.trigger.webhook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bounds of a call. */
@Singleton
class WebhookSettings {
    private final long maxBodyBytes;
    private final Duration syncTimeout;

    @Inject
    WebhookSettings(
            @ConfigProperty(name = "millrace.trigger.webhook.max-body-bytes") long maxBodyBytes,
            @ConfigProperty(name = "millrace.trigger.webhook.sync-timeout") Duration syncTimeout) {
        this.maxBodyBytes = maxBodyBytes;
        this.syncTimeout = syncTimeout;
    }

    long maxBodyBytes() {
        return maxBodyBytes;
    }

    /** How long a synchronous call waits where its workflow has no timeout of its own. */
    Duration syncTimeout() {
        return syncTimeout;
    }
}
