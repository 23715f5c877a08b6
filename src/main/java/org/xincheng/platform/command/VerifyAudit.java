package org.xincheng.platform.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.xincheng.audit.Anchor;
import org.xincheng.audit.AuditChain;
import org.xincheng.audit.Finding;
import org.xincheng.audit.Verification;

/**
 * Verifies the audit log from the first row to the last; with {@code anchor=SEQ:HASH} also that nothing was cut off and that the chain
 * was not made anew. Ends with 0 where the log is whole and with 1 where it is not; with 64, 65 or 69 nothing was verified.
 */
@Component("verify-audit")
class VerifyAudit implements MaintenanceCommand {

    private static final String ANCHOR = "anchor=";
    private static final int WRONG_USAGE = 64;
    private static final int NOTHING_TO_VERIFY = 65;
    private static final int OUT_OF_REACH = 69;
    private static final long PROGRESS = 100_000;

    private final ObjectProvider<AuditChain> chain;

    VerifyAudit(ObjectProvider<AuditChain> chain) {
        this.chain = chain;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        Optional<Anchor> anchor = arguments.stream()
                .filter(argument -> argument.startsWith(ANCHOR))
                .findFirst()
                .flatMap(argument -> Anchor.parse(argument.substring(ANCHOR.length())));
        if (arguments.size() > 1 || (arguments.size() == 1 && anchor.isEmpty())) {
            out.println("Usage / 用法: verify-audit [anchor=SEQ:HASH]");
            return WRONG_USAGE;
        }
        try {
            Verification verified = chain.getObject().verify(anchor, read -> {
                if (read > 0 && read % PROGRESS == 0) {
                    out.println("... " + read);
                }
            });
            print(verified, out);
            return verified.intact() ? 0 : 1;
        } catch (BadSqlGrammarException e) {
            out.println("This database has no chained audit log; start the application once, which creates it."
                    + " / 此数据库尚无成链的审计日志，请先启动一次应用。");
            return NOTHING_TO_VERIFY;
        } catch (BeansException | TransactionException | DataAccessResourceFailureException e) {
            out.println("The database cannot be reached, nothing was verified / 无法连接数据库，未作核验: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return OUT_OF_REACH;
        }
    }

    private static void print(Verification verified, PrintStream out) {
        out.println("Links verified / 已核验链环: " + verified.links());
        verified.findings().forEach(finding -> out.println(sentence(finding)));
        if (verified.total() > verified.findings().size()) {
            out.println("... " + (verified.total() - verified.findings().size()) + " more / 其余从略");
        }
        out.println(
                verified.intact()
                        ? "The audit log is whole / 审计日志完整"
                        : "THE AUDIT LOG IS NOT WHOLE / 审计日志不完整: " + verified.total());
        if (verified.anchor().isEmpty()) {
            out.println(
                    "No anchor was given: entries cut off at the end would not be seen." + " / 未提供锚点：末尾记录被截去时无法发现。");
        }
        out.println("Keep outside the database / 请在数据库之外保存: " + ANCHOR + verified.head());
    }

    private static String sentence(Finding finding) {
        String place =
                finding.seq() == finding.lastSeq() ? "" + finding.seq() : finding.seq() + "-" + finding.lastSeq();
        return "%s / %s: seq %s, entry %s"
                .formatted(
                        finding.kind().en(),
                        finding.kind().zh(),
                        finding.seq() == 0 ? "-" : place,
                        finding.entryId() == 0 ? "-" : finding.entryId());
    }
}
