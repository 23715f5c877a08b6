package org.xincheng.procedure.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.OfficeProperties;

/** The sites on which listings and their restoration are published, as a form offers them. */
@Component
public class PublicationChannels {

    private final OfficeProperties office;

    PublicationChannels(OfficeProperties office) {
        this.office = office;
    }

    /** Facts for a form: {@code channelOptions}, and {@code channels} with the office's own site chosen. */
    public Map<String, Object> facts() {
        var options = Stream.of(office.website(), "本机关门户网站", "国家企业信用信息公示系统")
                .map(channel -> new Choice(channel, channel))
                .toList();
        return Map.of("channelOptions", options, "channels", List.of(office.website()));
    }
}
