-- CreateEnum
CREATE TYPE "BankLayoutStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'RETIRED');

-- CreateTable
CREATE TABLE "bank_layout" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bank_layout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_layout_version" (
    "id" UUID NOT NULL,
    "layout_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "BankLayoutStatus" NOT NULL,
    "name" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "taken_by_id" UUID,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "bank_layout_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "bank_layout_code_key" ON "bank_layout"("code");

-- CreateIndex
CREATE UNIQUE INDEX "bank_layout_version_layout_id_number_key" ON "bank_layout_version"("layout_id", "number");

-- The layouts that stood in the program until now, as the first versions: files of before are read by them.
INSERT INTO bank_layout (id, code, created_at) VALUES
  ('019acc4f-0000-7000-8000-000000000001', 'FK1', TIMESTAMPTZ '2026-01-01 00:00:00+08'),
  ('019acc4f-0000-7000-8000-000000000002', 'YB-PIPE', TIMESTAMPTZ '2026-01-01 00:00:00+08'),
  ('019acc4f-0000-7000-8000-000000000003', 'YB-NET', TIMESTAMPTZ '2026-01-01 00:00:00+08');
INSERT INTO bank_layout_version (id, layout_id, number, status, name, config, sha256, taken_at, published_at) VALUES
  ('019acc4f-0000-7000-8000-000000000004', '019acc4f-0000-7000-8000-000000000001', 1, 'PUBLISHED', '标准格式（CSV，UTF-8）',
   '{"code":"FK1","name":"标准格式（CSV，UTF-8）","order":{"byteOrderMark":true,"columns":[{"field":"lineNumber","title":"明细编号"},{"field":"holder","title":"户名"},{"field":"account","title":"账号"},{"field":"bankName","title":"开户行"},{"field":"cnapsCode","title":"联行号"},{"field":"amount","form":"yuan","title":"金额"},{"field":"remark","title":"附言"}],"encoding":"utf-8","extension":"csv","header":[{"field":"text","text":"FK1"},{"field":"number"},{"field":"madeOn","form":"YYYY-MM-DD"},{"field":"programmeName"},{"field":"count"},{"field":"total","form":"yuan"}],"lineEnd":"\r\n","quotes":"needed","remarkMax":60,"separator":",","titles":true,"trailer":null},"result":{"columns":[{"field":"lineNumber","title":"明细编号"},{"field":"account","form":"tail","title":"账号后四位"},{"field":"amount","form":"yuan","title":"金额"},{"field":"outcome","title":"结果"},{"field":"reason","title":"原因代码"},{"field":"bankReference","title":"银行流水号"},{"field":"day","title":"日期"}],"encoding":"either","header":null,"quotes":"needed","reasons":{},"separator":",","titles":"forgiven","trailer":null,"words":{"FAILED":["FAILED","失败"],"PAID":["PAID","成功"],"RETURNED":["RETURNED","退汇"]}}}',
   '47f0bcd78b874804892da1e1a99119b35695e0bfdad2b711957fc2e1b21bc301', TIMESTAMPTZ '2026-01-01 00:00:00+08', TIMESTAMPTZ '2026-01-01 00:00:00+08'),
  ('019acc4f-0000-7000-8000-000000000005', '019acc4f-0000-7000-8000-000000000002', 1, 'PUBLISHED', '样本银行柜面批量（竖线，GB 18030）',
   '{"code":"YB-PIPE","name":"样本银行柜面批量（竖线，GB 18030）","order":{"byteOrderMark":false,"columns":[{"field":"sequence","title":"序号"},{"field":"account","title":"收款账号"},{"field":"holder","title":"收款户名"},{"field":"cnapsCode","title":"收款行联行号"},{"field":"bankName","title":"收款行名"},{"field":"amount","form":"fen","title":"金额（分）"},{"field":"text","text":"CNY","title":"币种"},{"field":"remark","title":"附言"},{"field":"lineNumber","title":"客户流水号"}],"encoding":"gb18030","extension":"txt","header":[{"field":"text","text":"H"},{"field":"number"},{"field":"madeOn","form":"YYYYMMDD"},{"field":"count"},{"field":"total","form":"fen"}],"lineEnd":"\n","quotes":"none","remarkMax":30,"separator":"|","titles":false,"trailer":[{"field":"text","text":"T"},{"field":"count"},{"field":"total","form":"fen"},{"field":"tailSum"}]},"result":{"columns":[{"field":"lineNumber","title":"明细编号"},{"field":"account","form":"tail","title":"账号后四位"},{"field":"amount","form":"yuan","title":"金额"},{"field":"outcome","title":"结果"},{"field":"reason","title":"原因代码"},{"field":"bankReference","title":"银行流水号"},{"field":"day","title":"日期"}],"encoding":"either","header":null,"quotes":"needed","reasons":{},"separator":",","titles":"forgiven","trailer":null,"words":{"FAILED":["FAILED","失败"],"PAID":["PAID","成功"],"RETURNED":["RETURNED","退汇"]}}}',
   '440f5dc5d7536588d247006c249afc6782cfea7e9a9b5b2fe83941f2ec7b4c80', TIMESTAMPTZ '2026-01-01 00:00:00+08', TIMESTAMPTZ '2026-01-01 00:00:00+08'),
  ('019acc4f-0000-7000-8000-000000000006', '019acc4f-0000-7000-8000-000000000003', 1, 'PUBLISHED', '样本银行网银批量（CSV，GB 18030）',
   '{"code":"YB-NET","name":"样本银行网银批量（CSV，GB 18030）","order":{"byteOrderMark":false,"columns":[{"field":"sequence","title":"序号"},{"field":"lineNumber","title":"业务编号"},{"field":"holder","title":"收款人名称"},{"field":"account","title":"收款人账号"},{"field":"bankName","title":"收款人开户行"},{"field":"cnapsCode","title":"联行号"},{"field":"amount","form":"yuan","title":"金额"},{"field":"text","text":"CNY","title":"币种"},{"field":"remark","title":"用途"}],"encoding":"gb18030","extension":"csv","header":null,"lineEnd":"\r\n","quotes":"needed","remarkMax":40,"separator":",","titles":true,"trailer":[{"field":"text","text":"合计"},{"field":"count"},{"field":"total","form":"yuan"},{"field":"tailSum"},{"field":"number"},{"field":"madeOn","form":"YYYY-MM-DD"}]},"result":{"columns":[{"field":"lineNumber","title":"明细编号"},{"field":"account","form":"tail","title":"账号后四位"},{"field":"amount","form":"yuan","title":"金额"},{"field":"outcome","title":"结果"},{"field":"reason","title":"原因代码"},{"field":"bankReference","title":"银行流水号"},{"field":"day","title":"日期"}],"encoding":"either","header":null,"quotes":"needed","reasons":{},"separator":",","titles":"forgiven","trailer":null,"words":{"FAILED":["FAILED","失败"],"PAID":["PAID","成功"],"RETURNED":["RETURNED","退汇"]}}}',
   'edbd6fa80e2d7c0ebe768830111f489282e6ec4338950acef2742c191e630fc4', TIMESTAMPTZ '2026-01-01 00:00:00+08', TIMESTAMPTZ '2026-01-01 00:00:00+08');

-- AlterTable
ALTER TABLE "payment_file" ADD COLUMN "layout_version_id" UUID;
UPDATE payment_file f SET layout_version_id = v.id
  FROM bank_layout l JOIN bank_layout_version v ON v.layout_id = l.id WHERE l.code = f.layout;
-- What the update left for the end of the transaction is checked here: a table with checks waiting cannot be altered.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE "payment_file" ALTER COLUMN "layout_version_id" SET NOT NULL, DROP COLUMN "layout";

-- CreateIndex
CREATE INDEX "payment_file_layout_version_id_idx" ON "payment_file"("layout_version_id");

-- AddForeignKey
ALTER TABLE "payment_file" ADD CONSTRAINT "payment_file_layout_version_id_fkey" FOREIGN KEY ("layout_version_id") REFERENCES "bank_layout_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_layout_version" ADD CONSTRAINT "bank_layout_version_layout_id_fkey" FOREIGN KEY ("layout_id") REFERENCES "bank_layout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- New files are written by one version, and one configuration waits to be published.
CREATE UNIQUE INDEX bank_layout_version_one_published ON bank_layout_version (layout_id) WHERE status = 'PUBLISHED';
CREATE UNIQUE INDEX bank_layout_version_one_draft ON bank_layout_version (layout_id) WHERE status = 'DRAFT';

-- What was published is read by for good: nobody changes it or takes it away.
CREATE FUNCTION keep_published_layout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'DRAFT' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' OR NEW.status = 'DRAFT' OR
     (NEW.layout_id, NEW.number, NEW.name, NEW.config, NEW.sha256, NEW.published_at, NEW.published_by_id) IS DISTINCT FROM
     (OLD.layout_id, OLD.number, OLD.name, OLD.config, OLD.sha256, OLD.published_at, OLD.published_by_id) THEN
    RAISE EXCEPTION 'a published bank layout is never changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published_layout BEFORE UPDATE OR DELETE ON bank_layout_version
  FOR EACH ROW EXECUTE FUNCTION keep_published_layout();

-- A payment file is read by the layout that it was written in.
CREATE FUNCTION keep_layout_of_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.layout_version_id IS DISTINCT FROM OLD.layout_version_id THEN
    RAISE EXCEPTION 'a payment file keeps its layout' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_layout_of_file BEFORE UPDATE ON payment_file
  FOR EACH ROW EXECUTE FUNCTION keep_layout_of_file();
