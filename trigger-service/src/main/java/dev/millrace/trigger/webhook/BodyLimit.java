package dev.millrace.trigger.webhook;

import dev.millrace.model.json.Json;
import dev.millrace.rest.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads bodies up to the limit. What is beyond is never kept, whether its length is declared or found out. */
@Singleton
class BodyLimit {
    /** Before Quarkus' own limit (-2), which answers without a problem. */
    private static final int BEFORE_QUARKUS = -3;

    private static final long LINGER_MILLIS = 1_000;

    private final long limit;

    @Inject
    BodyLimit(WebhookSettings settings) {
        this.limit = settings.maxBodyBytes();
    }

    void register(@Observes Router router) {
        router.post("/webhooks/*").order(BEFORE_QUARKUS).handler(this::checkDeclared);
    }

    Problem problem() {
        return Problem.of(
                413, "body_too_large", "Expected a body of at most " + limit + " bytes, but it is larger; send less");
    }

    /** The body, or empty when it is beyond the limit. */
    Uni<Optional<Buffer>> read(HttpServerRequest request) {
        return Uni.createFrom().emitter(emitter -> new Reading(request, emitter).start());
    }

    private void checkDeclared(RoutingContext call) {
        if (declared(call.request()) <= limit) {
            call.next();
            return;
        }
        // The rest of the body is not worth reading, so the connection cannot be used again.
        call.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(Buffer.buffer(Json.bytes(problem())))
                .onComplete(sent -> closeLingering(call));
    }

    /**
     * Closed with bytes unread, a connection is reset, and with it the answer on its way is lost to who still sends (RFC
     * 9112, 9.6): what comes is thrown away until the sender has seen the answer, or has had the time to.
     */
    private static void closeLingering(RoutingContext call) {
        var connection = call.request().connection();
        call.request()
                .handler(chunk -> {})
                .endHandler(all -> connection.close())
                .resume();
        call.vertx().setTimer(LINGER_MILLIS, late -> connection.close());
    }

    private static long declared(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private final class Reading {
        private final HttpServerRequest request;
        private final UniEmitter<? super Optional<Buffer>> emitter;
        private Buffer body = Buffer.buffer();

        Reading(HttpServerRequest request, UniEmitter<? super Optional<Buffer>> emitter) {
            this.request = request;
            this.emitter = emitter;
        }

        void start() {
            if (request.isEnded()) {
                emitter.complete(Optional.of(body));
                return;
            }
            request.handler(this::take);
            request.endHandler(nothing -> emitter.complete(Optional.ofNullable(body)));
            request.exceptionHandler(emitter::fail);
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            request.resume();
        }

        private void take(Buffer chunk) {
            if (body == null) {
                return;
            }
            if (body.length() + chunk.length() > limit) {
                body = null;
                emitter.complete(Optional.empty());
            } else {
                body.appendBuffer(chunk);
            }
        }
    }
}
