package org.xincheng.notice.print;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is printed on letters beside their own text.
 *
 * @param publicAddress where the public reaches this system, e.g. {@code https://credit.example.org}; codes on paper lead there
 */
@ConfigurationProperties("xincheng.print")
record PrintProperties(String publicAddress) {

    /** Without a slash at its end. */
    PrintProperties {
        publicAddress = publicAddress.strip().replaceAll("/+$", "");
    }
}
