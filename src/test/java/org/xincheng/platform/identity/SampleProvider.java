package org.xincheng.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * An identity provider (OpenID Connect, code flow) as a city would have one: discovery, authorization, token and keys over HTTP, with
 * tokens really signed. A test says who signs in next, and may spoil the token.
 */
final class SampleProvider implements AutoCloseable {

    static final String CLIENT = "xincheng";

    private final HttpServer server;
    private final RSAKey published;
    private final RSAKey foreign;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();

    private volatile String user;
    private volatile boolean signedByForeignKey;
    private volatile UnaryOperator<JWTClaimsSet.Builder> spoiling = claims -> claims;

    SampleProvider() {
        try {
            published = new RSAKeyGenerator(2048).keyID("a").generate();
            foreign = new RSAKeyGenerator(2048).keyID("a").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext("/jwks", exchange -> answer(exchange, new JWKSet(published.toPublicJWK()).toString()));
        server.createContext("/token", exchange -> answer(exchange, token(form(exchange))));
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next to sign in, with a sound token. */
    void signsIn(String preferredUsername) {
        user = preferredUsername;
        signedByForeignKey = false;
        spoiling = claims -> claims;
    }

    void signsWithAnotherKey() {
        signedByForeignKey = true;
    }

    void spoils(UnaryOperator<JWTClaimsSet.Builder> how) {
        spoiling = how;
    }

    /** What a browser does at the authorization endpoint once its user has signed in there: comes back with a code. */
    String code(String nonce) {
        String code = UUID.randomUUID().toString();
        nonces.put(code, nonce);
        return code;
    }

    private String token(Map<String, String> form) {
        String nonce = nonces.remove(form.getOrDefault("code", ""));
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("subject-of-" + user)
                .audience(CLIENT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", nonce);
        if (user != null) {
            claims.claim("preferred_username", user);
        }
        try {
            RSAKey key = signedByForeignKey ? foreign : published;
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    spoiling.apply(claims).build());
            token.sign(new RSASSASigner(key));
            return "{\"access_token\":\"none\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
                    + token.serialize() + "\"}";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String discovery() {
        String issuer = issuer();
        return "{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + issuer
                + "/authorize\",\"token_endpoint\":\""
                + issuer + "/token\",\"jwks_uri\":\"" + issuer + "/jwks\",\"response_types_supported\":[\"code\"],"
                + "\"subject_types_supported\":[\"public\"],\"id_token_signing_alg_values_supported\":[\"RS256\"]}";
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> fields = new ConcurrentHashMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String field : body.split("&", -1)) {
            String[] pair = field.split("=", 2);
            fields.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
