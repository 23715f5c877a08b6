package org.xincheng.credit.file;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.file.FileScanner.ScannerSilent;

/**
 * What keeps a content from being let out: while there is a scanner and it has not said that nothing was found, the content waits. A
 * scanner that is down, slow or confused lets nothing through.
 */
@Service
public class Quarantine {

    /** Who gave a verdict where there was no scanner. */
    static final String CONTENT_CHECK = "content-check";

    private static final Logger log = LoggerFactory.getLogger(Quarantine.class);

    private final JdbcClient jdbc;
    private final FileContents contents;
    private final FileScanner scanner;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Quarantine(
            JdbcClient jdbc,
            FileContents contents,
            FileScanner scanner,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.scanner = scanner;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether a scanner looks through what is filed. */
    public boolean hasScanner() {
        return scanner.isPresent();
    }

    /** The first verdict on a new content. */
    @Transactional(propagation = Propagation.MANDATORY)
    void admit(String sha256) {
        if (hasScanner()) {
            append(sha256, FileState.QUARANTINED, scanner.name(), "");
        } else {
            append(sha256, FileState.CLEAN, CONTENT_CHECK, "");
        }
    }

    /**
     * The state a last verdict means now: what only the check of the content let out waits once there is a scanner.
     *
     * @param by who gave the verdict
     */
    FileState state(FileState last, String by) {
        return last == FileState.CLEAN && by.equals(CONTENT_CHECK) && hasScanner() ? FileState.QUARANTINED : last;
    }

    /** Whether the scanner found something in a content. */
    boolean isRejected(String sha256) {
        return jdbc.sql("select exists (select from credit.file_verdict where sha256 = ? and state = 'REJECTED')")
                .param(sha256)
                .query(Boolean.class)
                .single();
    }

    /** Contents that wait for a verdict, the longest waiting first. */
    public List<String> waiting() {
        return jdbc.sql("""
                        select v.sha256 from credit.file_verdict v
                        where v.seq = (select max(seq) from credit.file_verdict w where w.sha256 = v.sha256)
                          and (v.state = 'QUARANTINED' or v.state = 'CLEAN' and v.scanner = :check and :scanned)
                        order by v.at, v.sha256
                        """)
                .param("check", CONTENT_CHECK)
                .param("scanned", hasScanner())
                .query(String.class)
                .list();
    }

    /**
     * Has every waiting content looked through. The first silence of the scanner ends the round: the rest would only wait for the same.
     *
     * @return how many got a verdict
     */
    public int scanWaiting() {
        int judged = 0;
        for (String sha256 : waiting()) {
            if (!scan(sha256)) {
                break;
            }
            judged++;
        }
        return judged;
    }

    /** Has one content looked through; says whether there was a verdict. No connection is held while the scanner works. */
    boolean scan(String sha256) {
        if (!hasScanner()) {
            return false;
        }
        try {
            String found = scanner.scan(contents.open(sha256));
            transaction.executeWithoutResult(status -> judge(sha256, found));
            return true;
        } catch (DuplicateKeyException judgedMeanwhile) {
            return true;
        } catch (ScannerSilent silent) {
            log.warn("No verdict on a file, it stays in quarantine: {}", silent.getMessage());
            return false;
        }
    }

    private void judge(String sha256, String found) {
        append(sha256, found.isEmpty() ? FileState.CLEAN : FileState.REJECTED, scanner.name(), found);
        jdbc.sql("select name from credit.case_file where sha256 = ? order by name")
                .param(sha256)
                .query(String.class)
                .list()
                .forEach(
                        name -> audit.command(Actor.ENGINE, "file.scan", name, found.isEmpty() ? "clean" : "rejected"));
    }

    private void append(String sha256, FileState state, String by, String signature) {
        jdbc.sql("""
                        insert into credit.file_verdict (sha256, seq, state, scanner, signature, at)
                        select :sha256, coalesce(max(seq), 0) + 1, :state, :scanner, :signature, :at
                        from credit.file_verdict where sha256 = :sha256
                        """)
                .param("sha256", sha256)
                .param("state", state.name())
                .param("scanner", by)
                .param("signature", signature)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}
