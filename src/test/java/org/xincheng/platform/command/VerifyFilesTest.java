package org.xincheng.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.xincheng.credit.file.Attachments;
import org.xincheng.credit.file.EvidenceKind;
import org.xincheng.credit.file.FileContents;
import org.xincheng.credit.file.UploadedFile;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Identifiers;
import org.xincheng.support.SampleFiles;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class VerifyFilesTest {

    @Autowired
    private Attachments attachments;

    @Autowired
    private FileContents contents;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private FlywayConnectionDetails owner;

    @Autowired
    private TestClock clock;

    @Autowired
    private BeanFactory beans;

    @Test
    void theCommandNamesTheContentThatWasChanged() {
        clock.at("2026-03-02T09:00");
        CaseFixture fixture = CaseFixture.on(beans);
        var legalCase = fixture.open(
                fixture.record(CaseFixture.unit("样例校验企业"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 10)));
        var filed = attachments.add(
                legalCase,
                new UploadedFile("a.txt", "", SampleFiles.text(Identifiers.next())),
                EvidenceKind.OTHER,
                "",
                "officer1");
        assertThat(answer(0)).contains("0 differ");

        JdbcClient asOwner = JdbcClient.create(
                new DriverManagerDataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()));
        String flip =
                "update credit.file_content set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where sha256 = ?";
        asOwner.sql(flip).param(filed.sha256()).update();
        assertThat(answer(1)).contains(filed.sha256(), "1 differ");
        asOwner.sql(flip).param(filed.sha256()).update();
        assertThat(answer(0)).contains("0 differ");
    }

    @Test
    void theConsoleRunsItWithoutTheApplication() {
        assertThat(Commands.run(
                        "verify-files",
                        "--spring.profiles.active=test",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword()))
                .isZero();
    }

    private String answer(int expected) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = new VerifyFiles(contents).run(List.of(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(expected);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
