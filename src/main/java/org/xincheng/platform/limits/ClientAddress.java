package org.xincheng.platform.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as limits count it.
 *
 * <p>{@code X-Forwarded-For} is believed exactly where {@code server.forward-headers-strategy} says that a proxy of ours stands in
 * front: then the server has already put the client's address in its place. It is never read here, since anybody may send it.
 */
public final class ClientAddress {

    /** Half of an IPv6 address: the network, of which one subscriber usually has all of the rest. */
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** The IPv4 address, or the network (/64) of an IPv6 address, in which one client can take any address it likes. */
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String address) {
        boolean literal = address != null && address.contains(":");
        if (!literal) {
            return String.valueOf(address);
        }
        try {
            // A literal with colons is never looked up by name.
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
