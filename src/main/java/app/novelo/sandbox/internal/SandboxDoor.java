package app.novelo.sandbox.internal;

import app.novelo.platform.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may play the customer: this machine, without a log-in; others only if that was asked for, and then with the
 * sandbox's password. A page of another site gets nothing, not even through a name that resolves to this machine.
 */
final class SandboxDoor extends OncePerRequestFilter {

    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final String AUTHORIZATION = "Authorization";
    private static final String BASIC = "Basic ";

    /** Of a request that came through a proxy: whose address lies behind it is hearsay. */
    private static final List<String> PROXY_HEADERS =
            List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via");

    private static final String PAGE = "/sandbox";
    private static final String GRAPH = "/sandbox/graph/";

    private final SandboxSettings settings;
    private final ObjectMapper json;

    SandboxDoor(SandboxSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (settings.allowRemote() && request.getRequestURI().equals(PAGE)) {
            response.sendRedirect(PAGE + "/"); // a browser then keeps the password to what lies below
            return;
        }
        var refusal = refusal(request);
        if (refusal.isEmpty()) {
            chain.doFilter(isGraph(request) ? request : new WithoutPassword(request), response);
            return;
        }
        if (refusal.get() == HttpStatus.UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Novelo sandbox\", charset=\"UTF-8\"");
        }
        response.setStatus(refusal.get().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem = Problem.of(refusal.get(), "sandbox-closed", "The sandbox serves this machine's own user only");
        json.writeValue(response.getOutputStream(), problem);
    }

    private Optional<HttpStatus> refusal(HttpServletRequest request) {
        var local = isLocal(request);
        if (isGraph(request)) { // our own client, which shows its token
            return local ? Optional.empty() : Optional.of(HttpStatus.FORBIDDEN);
        }
        if (!isOwnPage(request)) {
            return Optional.of(HttpStatus.FORBIDDEN);
        }
        if (settings.allowRemote()) {
            return knowsPassword(request) ? Optional.empty() : Optional.of(HttpStatus.UNAUTHORIZED);
        }
        return local ? Optional.empty() : Optional.of(HttpStatus.FORBIDDEN);
    }

    private static boolean isGraph(HttpServletRequest request) {
        return request.getRequestURI().startsWith(GRAPH);
    }

    private static boolean isLocal(HttpServletRequest request) {
        return PROXY_HEADERS.stream().allMatch(header -> request.getHeader(header) == null)
                && LOOPBACK_NAMES.contains(request.getServerName())
                && isLoopback(request.getRemoteAddr());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress(); // an address, so nothing is looked up
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isOwnPage(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        if (origin != null && !origin.endsWith("://" + request.getHeader("Host"))) {
            return false;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null || OWN_SITES.contains(site) || isFollowedLink(request);
    }

    private static boolean isFollowedLink(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private boolean knowsPassword(HttpServletRequest request) {
        var header = Optional.ofNullable(request.getHeader(AUTHORIZATION)).orElse("");
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        try {
            var pair =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).trim());
            var text = new String(pair, StandardCharsets.UTF_8);
            return isPassword(text.substring(text.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isPassword(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), settings.password().getBytes(StandardCharsets.UTF_8));
    }

    /** The sandbox's password is nobody's to log in with; the doors behind must not try. */
    private static final class WithoutPassword extends HttpServletRequestWrapper {

        WithoutPassword(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(AUTHORIZATION) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(AUTHORIZATION) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }
    }
}
