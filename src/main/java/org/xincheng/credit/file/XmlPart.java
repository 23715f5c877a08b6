package org.xincheng.credit.file;

import java.io.InputStream;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a part of a package as XML; it may declare no entity and fetch nothing. */
final class XmlPart {

    private static final int DEEPEST = 256;

    private XmlPart() {}

    /**
     * Reads a part through.
     *
     * @param element told of each element's beginning
     * @param text told of each text and the local name of the element it stands in
     */
    static void read(
            String name, InputStream part, Consumer<XMLStreamReader> element, BiConsumer<String, String> text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(part);
            int depth = 0;
            String open = "";
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw FilePolicies.fileRunsNothing(
                                "文档内声明了 XML 实体：" + name, "the package declares XML entities");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw FilePolicies.fileUnpacksWithinLimits(
                                    "文档内的 XML 层次过深：" + name, "XML is nested too deeply");
                        }
                        open = reader.getLocalName();
                        element.accept(reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.accept(open, reader.getText());
                    default -> {
                        // Comments and the like say nothing.
                    }
                }
            }
        } catch (XMLStreamException notXml) {
            throw FilePolicies.fileIsWhole("文档内的 XML 不完整：" + name, "a part of the package is not XML");
        }
    }
}
