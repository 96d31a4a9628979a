package dev.millrace.definition.webui;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * The pages of the web interface. Its files are served by Quarkus from {@code META-INF/resources}; the addresses that it makes up
 * in the browser ({@code /workflows/7}) all lead to its one page.
 */
@ApplicationScoped
class WebUi {
    private static final Logger LOG = Logger.getLogger(WebUi.class);
    private static final String INDEX = "/index.html";

    /** Behind the files, before JAX-RS, which would answer 404. */
    private static final int ORDER = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT - 1;

    void serve(@Observes Router router) {
        if (Thread.currentThread().getContextClassLoader().getResource("META-INF/resources" + INDEX) == null) {
            LOG.info("The web interface is not part of this build");
            return;
        }
        router.route().method(HttpMethod.GET).order(ORDER).handler(WebUi::page);
    }

    private static void page(RoutingContext request) {
        if (Place.of(request.normalizedPath()) == Place.PAGE && wantsHtml(request)) {
            request.reroute(HttpMethod.GET, INDEX);
        } else {
            request.next();
        }
    }

    /** Browsers say so when a person goes to an address; scripts and command lines do not. */
    private static boolean wantsHtml(RoutingContext request) {
        var accepted = request.request().getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }
}
