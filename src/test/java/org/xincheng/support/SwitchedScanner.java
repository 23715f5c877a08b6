package org.xincheng.support;

import java.time.Duration;
import org.xincheng.credit.file.FileScanner;
import org.xincheng.platform.scan.ClamdScanner;

/** The scanner of the whole application in tests: none, until a test connects it. Set back after each test. */
public final class SwitchedScanner implements FileScanner {

    private volatile ClamdScanner connected;

    /** Asks the scanner at this address from now on, for at most two seconds. */
    public void connect(String address) {
        connected = new ClamdScanner(address, Duration.ofSeconds(2));
    }

    /** There is no scanner any more. */
    public void disconnect() {
        connected = null;
    }

    @Override
    public String name() {
        ClamdScanner now = connected;
        return now == null ? "" : now.name();
    }

    @Override
    public String scan(byte[] content) {
        ClamdScanner now = connected;
        if (now == null) {
            throw new ScannerSilent("there is no scanner", null);
        }
        return now.scan(content);
    }
}
