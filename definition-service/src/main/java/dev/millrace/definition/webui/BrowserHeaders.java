package dev.millrace.definition.webui;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells browsers what they may do with answers, and how long they may keep them. */
@ApplicationScoped
class BrowserHeaders {
    /** Styles stand in elements: the component library and the code editor put them there. Nothing comes from elsewhere. */
    private static final String PAGE_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
                    + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** A page that a workflow answers gets an origin of its own: it must not reach the token of whoever is signed in here. */
    private static final String WEBHOOK_POLICY = "sandbox allow-scripts allow-forms allow-popups";

    private static final String POLICY = "Content-Security-Policy";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final int BEFORE_ALL_ELSE = 1_000;

    void register(@Observes Filters filters) {
        filters.register(BrowserHeaders::add, BEFORE_ALL_ELSE);
    }

    private static void add(RoutingContext request) {
        request.addHeadersEndHandler(ignored -> {
            var headers = request.response().headers();
            var place = Place.of(request.normalizedPath());
            protect(headers, place);
            if (place == Place.PAGE || place == Place.ASSET) {
                keep(headers, place, request.response().getStatusCode());
            }
        });
        request.next();
    }

    private static void protect(MultiMap headers, Place place) {
        headers.set(POLICY, place == Place.WEBHOOK ? WEBHOOK_POLICY : PAGE_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** Only what is there is kept for ever: an asset that is missing in one instant of a deployment may come. */
    private static void keep(MultiMap headers, Place place, int status) {
        boolean there = status == 200 || status == 304 || status == 206;
        headers.set(HttpHeaders.CACHE_CONTROL, place == Place.ASSET && there ? FOR_EVER : "no-cache");
    }
}
