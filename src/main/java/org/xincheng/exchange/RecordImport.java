package org.xincheng.exchange;

import java.util.List;
import org.springframework.stereotype.Service;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.record.RememberedTables;
import org.xincheng.credit.record.Taken;
import org.xincheng.exchange.ImportReport.Outcome;
import org.xincheng.exchange.ImportReport.Row;
import org.xincheng.law.RegimeTables;

/**
 * Takes the rows of an import file in, each in a transaction of its own: good rows are in even where others are bad.
 */
@Service
class RecordImport {

    private final RecordIntake intake;
    private final RegimeTables tables;

    RecordImport(RecordIntake intake, RegimeTables tables) {
        this.intake = intake;
        this.tables = tables;
    }

    /**
     * Imports a file. The same file a second time changes nothing.
     *
     * @throws BadInputException where the file as a whole cannot be read; then no row was taken
     */
    ImportReport run(byte[] file, String actor) {
        List<ImportFile.Line> lines = ImportFile.read(file).lines();
        RegimeTables law = new RememberedTables(tables);
        List<Row> rows = lines.stream().map(line -> take(line, actor, law)).toList();
        return ImportReport.of(rows);
    }

    private Row take(ImportFile.Line line, String actor, RegimeTables law) {
        try {
            Taken taken = intake.take(line.texts(), line.faults(), actor, law);
            Outcome outcome = taken.fresh() ? Outcome.TAKEN : Outcome.ALREADY_THERE;
            return new Row(line.number(), outcome, taken.record().number(), List.of(), null);
        } catch (BadInputException faulty) {
            return new Row(line.number(), Outcome.BAD, null, faulty.faults(), null);
        } catch (RefusedException refused) {
            return new Row(line.number(), Outcome.REFUSED, null, List.of(), refused.refusal());
        }
    }
}
