--
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    user_id text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    title text NOT NULL COLLATE pg_catalog."C",
    description text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    completed_at timestamp with time zone,
    version bigint NOT NULL,
    idempotency_key text COLLATE pg_catalog."C",
    fingerprint bytea,
    sort_status smallint,
    sort_updated_at timestamp with time zone
)
WITH (fillfactor='90');


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    id text NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    indexing smallint DEFAULT 0 NOT NULL
);


--
-- Data for Name: schema_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.schema_migrations (number, name, checksum, applied_at) FROM stdin;
1	0001_users_and_tasks	e704cf18ec1a0aeb07bf743339254b2c109ed2737b670b294317877a525f58c5	2026-11-28 01:39:13.873574+00
\.


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tasks (user_id, id, title, description, created_at, updated_at, completed_at, version, idempotency_key, fingerprint, sort_status, sort_updated_at) FROM stdin;
alice	01a21fce-74ef-7564-b073-9bf3ebf981bc	Buy milk	\N	2026-11-28 01:39:13.775+00	2026-11-28 01:39:13.775+00	\N	1	\N	\N	\N	\N
alice	01a21fce-767a-762e-8730-b0bc84aec21d	An empty description		2026-11-28 01:39:14.17+00	2026-11-28 01:39:14.17+00	\N	1	\N	\N	\N	\N
alice	01a21fce-768d-74ac-87e0-f46b360c5d32	Lines, tabs; 'quotes' "and" \\ ünï©ode 🥛	a\n\tb\r\nlong long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long 	2026-11-28 01:39:14.189+00	2026-11-28 01:39:14.189+00	\N	1	\N	\N	\N	\N
alice	01a21fce-7693-77e2-94ca-7f3b8d6105f0	Made completed	\N	2026-11-28 01:39:14.195+00	2026-11-28 01:39:14.195+00	2026-11-28 01:39:14.195+00	1	\N	\N	\N	\N
alice	01a21fce-7694-7286-962e-ae9074916a88	With a key	\N	2026-11-28 01:39:14.196+00	2026-11-28 01:39:14.196+00	\N	1	key-1	\\x0e42877183a24b68a64e1a8be69f07b4029c3c01bbde3f4484255c4ea7db9108	\N	\N
alice	01a21fce-769b-7294-8e19-d920cb204b27	Changed again	x	2026-11-28 01:39:14.203+00	2026-11-28 01:39:14.229+00	2026-11-28 01:39:14.229+00	3	\N	\N	\N	\N
alice	00000000-0000-4000-8000-000000000001	Under an id of her own	\N	2026-11-28 01:39:14.244+00	2026-11-28 01:39:14.244+00	\N	1	\N	\N	\N	\N
böb/%2F;'	00000000-0000-4000-8000-000000000001	The same id, another user's	\N	2026-11-28 01:39:14.245+00	2026-11-28 01:39:14.245+00	\N	1	\N	\N	\N	\N
large	01a21fce-76d1-74ac-8e08-4157a69b554b	Task 0	\N	2026-11-28 01:39:14.257+00	2026-11-28 01:39:14.257+00	2026-11-28 01:39:14.257+00	1	\N	\N	\N	\N
large	01a21fce-76d3-7348-b74c-c40c108dc1c9	Task 1	\N	2026-11-28 01:39:14.259+00	2026-11-28 01:39:14.259+00	\N	1	\N	\N	\N	\N
large	01a21fce-76d3-7349-b30c-b33cccd71200	Task 2	\N	2026-11-28 01:39:14.259+00	2026-11-28 01:39:14.259+00	\N	1	\N	\N	\N	\N
large	01a21fce-7707-7416-90e3-2e441691dd93	Task 3	\N	2026-11-28 01:39:14.311+00	2026-11-28 01:39:14.311+00	2026-11-28 01:39:14.311+00	1	\N	\N	\N	\N
large	01a21fce-770c-7141-8ca1-e2360416cbea	Task 4	\N	2026-11-28 01:39:14.316+00	2026-11-28 01:39:14.316+00	\N	1	\N	\N	\N	\N
large	01a21fce-770d-72e1-be72-ab37f2a187b7	Task 5	\N	2026-11-28 01:39:14.317+00	2026-11-28 01:39:14.317+00	\N	1	\N	\N	\N	\N
large	01a21fce-770d-72e2-a642-a5bbacb02e62	Task 6	\N	2026-11-28 01:39:14.317+00	2026-11-28 01:39:14.317+00	2026-11-28 01:39:14.317+00	1	\N	\N	\N	\N
large	01a21fce-770e-779e-83a1-d98a359c4361	Task 0	\N	2026-11-28 01:39:14.318+00	2026-11-28 01:39:14.318+00	\N	1	\N	\N	\N	\N
large	01a21fce-770e-779f-9ae9-cf12d4345fa5	Task 1	\N	2026-11-28 01:39:14.318+00	2026-11-28 01:39:14.318+00	\N	1	\N	\N	\N	\N
large	01a21fce-770f-72cb-8b99-28e8e1fd6ade	Task 2	\N	2026-11-28 01:39:14.319+00	2026-11-28 01:39:14.319+00	2026-11-28 01:39:14.319+00	1	\N	\N	\N	\N
large	01a21fce-770f-72cc-b72a-bee52df21a94	Task 3	\N	2026-11-28 01:39:14.319+00	2026-11-28 01:39:14.319+00	\N	1	\N	\N	\N	\N
large	01a21fce-7710-70aa-bdb4-83cceef10d90	Task 4	\N	2026-11-28 01:39:14.32+00	2026-11-28 01:39:14.32+00	\N	1	\N	\N	\N	\N
large	01a21fce-7710-70ab-addc-b9de5b410bdd	Task 5	\N	2026-11-28 01:39:14.32+00	2026-11-28 01:39:14.32+00	2026-11-28 01:39:14.32+00	1	\N	\N	\N	\N
large	01a21fce-7711-71ca-9fbd-b187817e39dc	Task 6	\N	2026-11-28 01:39:14.321+00	2026-11-28 01:39:14.321+00	\N	1	\N	\N	\N	\N
large	01a21fce-7711-71cb-bed9-2550ded59705	Task 0	\N	2026-11-28 01:39:14.321+00	2026-11-28 01:39:14.321+00	\N	1	\N	\N	\N	\N
large	01a21fce-7711-71cc-9d03-b14990ca0e9a	Task 1	\N	2026-11-28 01:39:14.321+00	2026-11-28 01:39:14.321+00	2026-11-28 01:39:14.321+00	1	\N	\N	\N	\N
large	01a21fce-7712-74c8-9659-189516a84311	Task 2	\N	2026-11-28 01:39:14.322+00	2026-11-28 01:39:14.322+00	\N	1	\N	\N	\N	\N
large	01a21fce-7712-74c9-9978-cb46ba163a98	Task 3	\N	2026-11-28 01:39:14.322+00	2026-11-28 01:39:14.322+00	\N	1	\N	\N	\N	\N
large	01a21fce-7712-74ca-9018-62f97141f4ba	Task 4	\N	2026-11-28 01:39:14.322+00	2026-11-28 01:39:14.322+00	2026-11-28 01:39:14.322+00	1	\N	\N	\N	\N
large	01a21fce-7713-7357-9d0f-469a4b9d669b	Task 5	\N	2026-11-28 01:39:14.323+00	2026-11-28 01:39:14.323+00	\N	1	\N	\N	\N	\N
large	01a21fce-7713-7358-8b05-5888cc1389b4	Task 6	\N	2026-11-28 01:39:14.323+00	2026-11-28 01:39:14.323+00	\N	1	\N	\N	\N	\N
large	01a21fce-7714-7704-8cd4-4fff565a88da	Task 0	\N	2026-11-28 01:39:14.324+00	2026-11-28 01:39:14.324+00	2026-11-28 01:39:14.324+00	1	\N	\N	\N	\N
large	01a21fce-7714-7705-ba86-df424d939776	Task 1	\N	2026-11-28 01:39:14.324+00	2026-11-28 01:39:14.324+00	\N	1	\N	\N	\N	\N
large	01a21fce-7715-728e-a25f-4299a903f5e3	Task 2	\N	2026-11-28 01:39:14.325+00	2026-11-28 01:39:14.325+00	\N	1	\N	\N	\N	\N
large	01a21fce-7715-728f-bb29-6083ef5f9ef2	Task 3	\N	2026-11-28 01:39:14.325+00	2026-11-28 01:39:14.325+00	2026-11-28 01:39:14.325+00	1	\N	\N	\N	\N
large	01a21fce-7716-703e-81c1-9e6c27daa635	Task 4	\N	2026-11-28 01:39:14.326+00	2026-11-28 01:39:14.326+00	\N	1	\N	\N	\N	\N
large	01a21fce-7716-703f-83ec-1b4bae3ce12c	Task 5	\N	2026-11-28 01:39:14.326+00	2026-11-28 01:39:14.326+00	\N	1	\N	\N	\N	\N
large	01a21fce-7716-7040-8d83-6d78a8b568d9	Task 6	\N	2026-11-28 01:39:14.326+00	2026-11-28 01:39:14.326+00	2026-11-28 01:39:14.326+00	1	\N	\N	\N	\N
large	01a21fce-7716-7041-b1ee-459568598094	Task 0	\N	2026-11-28 01:39:14.326+00	2026-11-28 01:39:14.326+00	\N	1	\N	\N	\N	\N
large	01a21fce-7717-74ed-8bd8-5aaf9e2a6bce	Task 1	\N	2026-11-28 01:39:14.327+00	2026-11-28 01:39:14.327+00	\N	1	\N	\N	\N	\N
large	01a21fce-7717-74ee-889d-0ef12dc5b7d0	Task 2	\N	2026-11-28 01:39:14.327+00	2026-11-28 01:39:14.327+00	2026-11-28 01:39:14.327+00	1	\N	\N	\N	\N
large	01a21fce-7718-702e-8d5a-965465e56b5c	Task 3	\N	2026-11-28 01:39:14.328+00	2026-11-28 01:39:14.328+00	\N	1	\N	\N	\N	\N
large	01a21fce-7719-7391-8122-fdae56b2cc59	Task 4	\N	2026-11-28 01:39:14.329+00	2026-11-28 01:39:14.329+00	\N	1	\N	\N	\N	\N
large	01a21fce-7719-7392-b65e-5049f512d387	Task 5	\N	2026-11-28 01:39:14.329+00	2026-11-28 01:39:14.329+00	2026-11-28 01:39:14.329+00	1	\N	\N	\N	\N
large	01a21fce-771a-77d2-ad75-683adbe35d97	Task 6	\N	2026-11-28 01:39:14.33+00	2026-11-28 01:39:14.33+00	\N	1	\N	\N	\N	\N
large	01a21fce-771a-77d3-896d-d223cbdb894d	Task 0	\N	2026-11-28 01:39:14.33+00	2026-11-28 01:39:14.33+00	\N	1	\N	\N	\N	\N
large	01a21fce-771a-77d4-bfda-070e07538ed6	Task 1	\N	2026-11-28 01:39:14.33+00	2026-11-28 01:39:14.33+00	2026-11-28 01:39:14.33+00	1	\N	\N	\N	\N
large	01a21fce-771b-7742-ab0d-bc87741ca14e	Task 2	\N	2026-11-28 01:39:14.331+00	2026-11-28 01:39:14.331+00	\N	1	\N	\N	\N	\N
large	01a21fce-771b-7743-8814-ff8c13472358	Task 3	\N	2026-11-28 01:39:14.331+00	2026-11-28 01:39:14.331+00	\N	1	\N	\N	\N	\N
large	01a21fce-771c-747e-b4b6-efb319c4a7e3	Task 4	\N	2026-11-28 01:39:14.332+00	2026-11-28 01:39:14.332+00	2026-11-28 01:39:14.332+00	1	\N	\N	\N	\N
large	01a21fce-771c-747f-b615-3b429dc225ad	Task 5	\N	2026-11-28 01:39:14.332+00	2026-11-28 01:39:14.332+00	\N	1	\N	\N	\N	\N
large	01a21fce-771c-7480-b386-b41e19e1a21e	Task 6	\N	2026-11-28 01:39:14.332+00	2026-11-28 01:39:14.332+00	\N	1	\N	\N	\N	\N
large	01a21fce-771d-77f1-a697-e58a17895aa6	Task 0	\N	2026-11-28 01:39:14.333+00	2026-11-28 01:39:14.333+00	2026-11-28 01:39:14.333+00	1	\N	\N	\N	\N
large	01a21fce-771d-77f2-8962-045dcbf26b7c	Task 1	\N	2026-11-28 01:39:14.333+00	2026-11-28 01:39:14.333+00	\N	1	\N	\N	\N	\N
large	01a21fce-771d-77f3-9454-856089554f26	Task 2	\N	2026-11-28 01:39:14.333+00	2026-11-28 01:39:14.333+00	\N	1	\N	\N	\N	\N
large	01a21fce-771e-74f6-b584-ecd09a2fa5f4	Task 3	\N	2026-11-28 01:39:14.334+00	2026-11-28 01:39:14.334+00	2026-11-28 01:39:14.334+00	1	\N	\N	\N	\N
large	01a21fce-771e-74f7-aec3-a46246f514e3	Task 4	\N	2026-11-28 01:39:14.334+00	2026-11-28 01:39:14.334+00	\N	1	\N	\N	\N	\N
large	01a21fce-771e-74f8-b2bf-09277875424b	Task 5	\N	2026-11-28 01:39:14.334+00	2026-11-28 01:39:14.334+00	\N	1	\N	\N	\N	\N
large	01a21fce-771f-713c-88d4-a794e9cfa3a8	Task 6	\N	2026-11-28 01:39:14.335+00	2026-11-28 01:39:14.335+00	2026-11-28 01:39:14.335+00	1	\N	\N	\N	\N
large	01a21fce-771f-713d-9325-d5ecc2b5a01b	Task 0	\N	2026-11-28 01:39:14.335+00	2026-11-28 01:39:14.335+00	\N	1	\N	\N	\N	\N
large	01a21fce-7720-7648-ae2f-d525922595f2	Task 1	\N	2026-11-28 01:39:14.336+00	2026-11-28 01:39:14.336+00	\N	1	\N	\N	\N	\N
large	01a21fce-7720-7649-a513-e20e26b4affa	Task 2	\N	2026-11-28 01:39:14.336+00	2026-11-28 01:39:14.336+00	2026-11-28 01:39:14.336+00	1	\N	\N	\N	\N
large	01a21fce-7721-7043-8406-1e5bcb2031e5	Task 3	\N	2026-11-28 01:39:14.337+00	2026-11-28 01:39:14.337+00	\N	1	\N	\N	\N	\N
large	01a21fce-7721-7044-bb10-fa946b8e3037	Task 4	\N	2026-11-28 01:39:14.337+00	2026-11-28 01:39:14.337+00	\N	1	\N	\N	\N	\N
large	01a21fce-7722-72cc-a070-24e9e31c59c1	Task 5	\N	2026-11-28 01:39:14.338+00	2026-11-28 01:39:14.338+00	2026-11-28 01:39:14.338+00	1	\N	\N	\N	\N
large	01a21fce-7722-72cd-a7a3-1d884fa8b729	Task 6	\N	2026-11-28 01:39:14.338+00	2026-11-28 01:39:14.338+00	\N	1	\N	\N	\N	\N
large	01a21fce-7722-72ce-a6f5-f06eb7fdad82	Task 0	\N	2026-11-28 01:39:14.338+00	2026-11-28 01:39:14.338+00	\N	1	\N	\N	\N	\N
large	01a21fce-7723-7172-ac38-071c5e1dd977	Task 1	\N	2026-11-28 01:39:14.339+00	2026-11-28 01:39:14.339+00	2026-11-28 01:39:14.339+00	1	\N	\N	\N	\N
large	01a21fce-7723-7173-91c5-639d796060a4	Task 2	\N	2026-11-28 01:39:14.339+00	2026-11-28 01:39:14.339+00	\N	1	\N	\N	\N	\N
large	01a21fce-7723-7174-9a26-b7b94ae18ea8	Task 3	\N	2026-11-28 01:39:14.339+00	2026-11-28 01:39:14.339+00	\N	1	\N	\N	\N	\N
large	01a21fce-7724-76f6-a81b-e2c2fda8aa7c	Task 4	\N	2026-11-28 01:39:14.34+00	2026-11-28 01:39:14.34+00	2026-11-28 01:39:14.34+00	1	\N	\N	\N	\N
large	01a21fce-7724-76f7-92bb-ef4ed52a5644	Task 5	\N	2026-11-28 01:39:14.34+00	2026-11-28 01:39:14.34+00	\N	1	\N	\N	\N	\N
large	01a21fce-7725-72d2-bf4c-c4b2252d46e6	Task 6	\N	2026-11-28 01:39:14.341+00	2026-11-28 01:39:14.341+00	\N	1	\N	\N	\N	\N
large	01a21fce-7725-72d3-ae58-e2671b8e1f17	Task 0	\N	2026-11-28 01:39:14.341+00	2026-11-28 01:39:14.341+00	2026-11-28 01:39:14.341+00	1	\N	\N	\N	\N
large	01a21fce-7725-72d4-bddd-ccce43a8e0d4	Task 1	\N	2026-11-28 01:39:14.341+00	2026-11-28 01:39:14.341+00	\N	1	\N	\N	\N	\N
large	01a21fce-7727-705c-a9dc-05783abc01f1	Task 2	\N	2026-11-28 01:39:14.343+00	2026-11-28 01:39:14.343+00	\N	1	\N	\N	\N	\N
large	01a21fce-7727-705d-8180-6141609727e3	Task 3	\N	2026-11-28 01:39:14.343+00	2026-11-28 01:39:14.343+00	2026-11-28 01:39:14.343+00	1	\N	\N	\N	\N
large	01a21fce-7728-7522-bf05-0489b0c70f83	Task 4	\N	2026-11-28 01:39:14.344+00	2026-11-28 01:39:14.344+00	\N	1	\N	\N	\N	\N
large	01a21fce-7728-7523-99f7-79a9f75ef600	Task 5	\N	2026-11-28 01:39:14.344+00	2026-11-28 01:39:14.344+00	\N	1	\N	\N	\N	\N
large	01a21fce-7729-7108-aacf-fbe100925c85	Task 6	\N	2026-11-28 01:39:14.345+00	2026-11-28 01:39:14.345+00	2026-11-28 01:39:14.345+00	1	\N	\N	\N	\N
large	01a21fce-7729-7109-b73d-567b62eacded	Task 0	\N	2026-11-28 01:39:14.345+00	2026-11-28 01:39:14.345+00	\N	1	\N	\N	\N	\N
large	01a21fce-772a-74e7-8469-a7aa9dc94cd5	Task 1	\N	2026-11-28 01:39:14.346+00	2026-11-28 01:39:14.346+00	\N	1	\N	\N	\N	\N
large	01a21fce-772a-74e8-bbcd-599e8d31e5a7	Task 2	\N	2026-11-28 01:39:14.346+00	2026-11-28 01:39:14.346+00	2026-11-28 01:39:14.346+00	1	\N	\N	\N	\N
large	01a21fce-772b-721c-9140-988fcc911601	Task 3	\N	2026-11-28 01:39:14.347+00	2026-11-28 01:39:14.347+00	\N	1	\N	\N	\N	\N
large	01a21fce-772b-721d-8854-1a3f2f39d3aa	Task 4	\N	2026-11-28 01:39:14.347+00	2026-11-28 01:39:14.347+00	\N	1	\N	\N	\N	\N
large	01a21fce-772c-7038-b9e1-1d7a8fb4020b	Task 5	\N	2026-11-28 01:39:14.348+00	2026-11-28 01:39:14.348+00	2026-11-28 01:39:14.348+00	1	\N	\N	\N	\N
large	01a21fce-772c-7039-bcb9-efaa7cf414dc	Task 6	\N	2026-11-28 01:39:14.348+00	2026-11-28 01:39:14.348+00	\N	1	\N	\N	\N	\N
large	01a21fce-772c-703a-9538-435b0d876e0d	Task 0	\N	2026-11-28 01:39:14.348+00	2026-11-28 01:39:14.348+00	\N	1	\N	\N	\N	\N
large	01a21fce-772d-741f-a24f-f28211c5d30a	Task 1	\N	2026-11-28 01:39:14.349+00	2026-11-28 01:39:14.349+00	2026-11-28 01:39:14.349+00	1	\N	\N	\N	\N
large	01a21fce-772d-7420-a1b8-e65455189664	Task 2	\N	2026-11-28 01:39:14.349+00	2026-11-28 01:39:14.349+00	\N	1	\N	\N	\N	\N
large	01a21fce-772e-7222-9cab-f1941556950c	Task 3	\N	2026-11-28 01:39:14.35+00	2026-11-28 01:39:14.35+00	\N	1	\N	\N	\N	\N
large	01a21fce-772e-7223-a21b-202f2e25c6b7	Task 4	\N	2026-11-28 01:39:14.35+00	2026-11-28 01:39:14.35+00	2026-11-28 01:39:14.35+00	1	\N	\N	\N	\N
large	01a21fce-772e-7224-b504-bd651ddd5d32	Task 5	\N	2026-11-28 01:39:14.35+00	2026-11-28 01:39:14.35+00	\N	1	\N	\N	\N	\N
large	01a21fce-772f-70e3-abf0-b7ffec9ffbb8	Task 6	\N	2026-11-28 01:39:14.351+00	2026-11-28 01:39:14.351+00	\N	1	\N	\N	\N	\N
large	01a21fce-772f-70e4-b1ab-76ad54cbf14c	Task 0	\N	2026-11-28 01:39:14.351+00	2026-11-28 01:39:14.351+00	2026-11-28 01:39:14.351+00	1	\N	\N	\N	\N
large	01a21fce-772f-70e5-a543-5782f422087c	Task 1	\N	2026-11-28 01:39:14.351+00	2026-11-28 01:39:14.351+00	\N	1	\N	\N	\N	\N
large	01a21fce-7730-722d-ae02-f431823d8c74	Task 2	\N	2026-11-28 01:39:14.352+00	2026-11-28 01:39:14.352+00	\N	1	\N	\N	\N	\N
large	01a21fce-7730-722e-b9e4-d16cd372dabc	Task 3	\N	2026-11-28 01:39:14.352+00	2026-11-28 01:39:14.352+00	2026-11-28 01:39:14.352+00	1	\N	\N	\N	\N
large	01a21fce-7730-722f-996b-6f85688f59ff	Task 4	\N	2026-11-28 01:39:14.352+00	2026-11-28 01:39:14.352+00	\N	1	\N	\N	\N	\N
large	01a21fce-7731-7576-b844-4753e5f45c21	Task 5	\N	2026-11-28 01:39:14.353+00	2026-11-28 01:39:14.353+00	\N	1	\N	\N	\N	\N
large	01a21fce-7731-7577-bbd3-911cd803477c	Task 6	\N	2026-11-28 01:39:14.353+00	2026-11-28 01:39:14.353+00	2026-11-28 01:39:14.353+00	1	\N	\N	\N	\N
large	01a21fce-7731-7578-93ff-483bb46c179f	Task 0	\N	2026-11-28 01:39:14.353+00	2026-11-28 01:39:14.353+00	\N	1	\N	\N	\N	\N
large	01a21fce-7732-70ba-8aca-4a902fcda4c7	Task 1	\N	2026-11-28 01:39:14.354+00	2026-11-28 01:39:14.354+00	\N	1	\N	\N	\N	\N
large	01a21fce-7732-70bb-ad23-f81432936471	Task 2	\N	2026-11-28 01:39:14.354+00	2026-11-28 01:39:14.354+00	2026-11-28 01:39:14.354+00	1	\N	\N	\N	\N
large	01a21fce-7732-70bc-a02a-7c398a2fa47d	Task 3	\N	2026-11-28 01:39:14.354+00	2026-11-28 01:39:14.354+00	\N	1	\N	\N	\N	\N
large	01a21fce-7733-7794-8cff-94b118e4d805	Task 4	\N	2026-11-28 01:39:14.355+00	2026-11-28 01:39:14.355+00	\N	1	\N	\N	\N	\N
large	01a21fce-7733-7795-ba7e-5a90223bcb6d	Task 5	\N	2026-11-28 01:39:14.355+00	2026-11-28 01:39:14.355+00	2026-11-28 01:39:14.355+00	1	\N	\N	\N	\N
large	01a21fce-7734-703b-bdd4-65b96400011c	Task 6	\N	2026-11-28 01:39:14.356+00	2026-11-28 01:39:14.356+00	\N	1	\N	\N	\N	\N
large	01a21fce-7734-703c-98ac-9a72e2125a41	Task 0	\N	2026-11-28 01:39:14.356+00	2026-11-28 01:39:14.356+00	\N	1	\N	\N	\N	\N
large	01a21fce-7734-703d-bccb-2313e89f02e7	Task 1	\N	2026-11-28 01:39:14.356+00	2026-11-28 01:39:14.356+00	2026-11-28 01:39:14.356+00	1	\N	\N	\N	\N
large	01a21fce-7735-75d8-8cb1-0ed7ef56ad64	Task 2	\N	2026-11-28 01:39:14.357+00	2026-11-28 01:39:14.357+00	\N	1	\N	\N	\N	\N
large	01a21fce-7735-75d9-b472-3aebbd5d9e52	Task 3	\N	2026-11-28 01:39:14.357+00	2026-11-28 01:39:14.357+00	\N	1	\N	\N	\N	\N
large	01a21fce-7735-75da-9ff8-110a3449e715	Task 4	\N	2026-11-28 01:39:14.357+00	2026-11-28 01:39:14.357+00	2026-11-28 01:39:14.357+00	1	\N	\N	\N	\N
large	01a21fce-7736-7371-a49e-5ccf8fa90a0f	Task 5	\N	2026-11-28 01:39:14.358+00	2026-11-28 01:39:14.358+00	\N	1	\N	\N	\N	\N
large	01a21fce-7736-7372-9188-5f835da8bf3a	Task 6	\N	2026-11-28 01:39:14.358+00	2026-11-28 01:39:14.358+00	\N	1	\N	\N	\N	\N
large	01a21fce-7737-70d8-a513-6783d9f2cf71	Task 0	\N	2026-11-28 01:39:14.359+00	2026-11-28 01:39:14.359+00	2026-11-28 01:39:14.359+00	1	\N	\N	\N	\N
large	01a21fce-7738-772c-ade9-85cf61f4e802	Task 1	\N	2026-11-28 01:39:14.36+00	2026-11-28 01:39:14.36+00	\N	1	\N	\N	\N	\N
large	01a21fce-7738-772d-a77e-18f62756b800	Task 2	\N	2026-11-28 01:39:14.36+00	2026-11-28 01:39:14.36+00	\N	1	\N	\N	\N	\N
large	01a21fce-7738-772e-ade8-30598f61f195	Task 3	\N	2026-11-28 01:39:14.36+00	2026-11-28 01:39:14.36+00	2026-11-28 01:39:14.36+00	1	\N	\N	\N	\N
large	01a21fce-7739-74b8-a278-ba389406c391	Task 4	\N	2026-11-28 01:39:14.361+00	2026-11-28 01:39:14.361+00	\N	1	\N	\N	\N	\N
large	01a21fce-7739-74b9-a3bd-55693525f651	Task 5	\N	2026-11-28 01:39:14.361+00	2026-11-28 01:39:14.361+00	\N	1	\N	\N	\N	\N
large	01a21fce-7739-74ba-a97f-5067fbc65636	Task 6	\N	2026-11-28 01:39:14.361+00	2026-11-28 01:39:14.361+00	2026-11-28 01:39:14.361+00	1	\N	\N	\N	\N
large	01a21fce-773a-7293-abcf-bb8e9c61d040	Task 0	\N	2026-11-28 01:39:14.362+00	2026-11-28 01:39:14.362+00	\N	1	\N	\N	\N	\N
large	01a21fce-773a-7294-a2c9-16d8029b28b9	Task 1	\N	2026-11-28 01:39:14.362+00	2026-11-28 01:39:14.362+00	\N	1	\N	\N	\N	\N
large	01a21fce-773b-71ff-8beb-f27ba83f9c12	Task 2	\N	2026-11-28 01:39:14.363+00	2026-11-28 01:39:14.363+00	2026-11-28 01:39:14.363+00	1	\N	\N	\N	\N
large	01a21fce-773b-7200-86f2-a42662a8aab5	Task 3	\N	2026-11-28 01:39:14.363+00	2026-11-28 01:39:14.363+00	\N	1	\N	\N	\N	\N
large	01a21fce-773c-7208-a3e2-ce0dbe1ebdfe	Task 4	\N	2026-11-28 01:39:14.364+00	2026-11-28 01:39:14.364+00	\N	1	\N	\N	\N	\N
large	01a21fce-773c-7209-9ef3-0ca0c3d73398	Task 5	\N	2026-11-28 01:39:14.364+00	2026-11-28 01:39:14.364+00	2026-11-28 01:39:14.364+00	1	\N	\N	\N	\N
large	01a21fce-773c-720a-9a46-0a695774702d	Task 6	\N	2026-11-28 01:39:14.364+00	2026-11-28 01:39:14.364+00	\N	1	\N	\N	\N	\N
large	01a21fce-773c-720b-9cc0-c6a3f4afa41c	Task 0	\N	2026-11-28 01:39:14.364+00	2026-11-28 01:39:14.364+00	\N	1	\N	\N	\N	\N
large	01a21fce-773d-76c9-9afd-306f19ba2488	Task 1	\N	2026-11-28 01:39:14.365+00	2026-11-28 01:39:14.365+00	2026-11-28 01:39:14.365+00	1	\N	\N	\N	\N
large	01a21fce-773d-76ca-adc8-20a23b65d188	Task 2	\N	2026-11-28 01:39:14.365+00	2026-11-28 01:39:14.365+00	\N	1	\N	\N	\N	\N
large	01a21fce-773d-76cb-a1d6-04801f713ab6	Task 3	\N	2026-11-28 01:39:14.365+00	2026-11-28 01:39:14.365+00	\N	1	\N	\N	\N	\N
large	01a21fce-773e-71b4-a26b-6e062af9dff5	Task 4	\N	2026-11-28 01:39:14.366+00	2026-11-28 01:39:14.366+00	2026-11-28 01:39:14.366+00	1	\N	\N	\N	\N
large	01a21fce-773e-71b5-9636-6d1c92d0124b	Task 5	\N	2026-11-28 01:39:14.366+00	2026-11-28 01:39:14.366+00	\N	1	\N	\N	\N	\N
large	01a21fce-773e-71b6-843a-9036d3a43fba	Task 6	\N	2026-11-28 01:39:14.366+00	2026-11-28 01:39:14.366+00	\N	1	\N	\N	\N	\N
large	01a21fce-773e-71b7-af4c-871679585221	Task 0	\N	2026-11-28 01:39:14.366+00	2026-11-28 01:39:14.366+00	2026-11-28 01:39:14.366+00	1	\N	\N	\N	\N
large	01a21fce-773f-76b2-8fa7-111c2cd6ce66	Task 1	\N	2026-11-28 01:39:14.367+00	2026-11-28 01:39:14.367+00	\N	1	\N	\N	\N	\N
large	01a21fce-773f-76b3-8057-89232cfb65bc	Task 2	\N	2026-11-28 01:39:14.367+00	2026-11-28 01:39:14.367+00	\N	1	\N	\N	\N	\N
large	01a21fce-7740-71c7-960a-911dee1711e3	Task 3	\N	2026-11-28 01:39:14.368+00	2026-11-28 01:39:14.368+00	2026-11-28 01:39:14.368+00	1	\N	\N	\N	\N
large	01a21fce-7740-71c8-bdca-88981d4489b7	Task 4	\N	2026-11-28 01:39:14.368+00	2026-11-28 01:39:14.368+00	\N	1	\N	\N	\N	\N
large	01a21fce-7740-71c9-bc04-f495f7ca7694	Task 5	\N	2026-11-28 01:39:14.368+00	2026-11-28 01:39:14.368+00	\N	1	\N	\N	\N	\N
large	01a21fce-7740-71ca-8411-14b4eb4d4711	Task 6	\N	2026-11-28 01:39:14.368+00	2026-11-28 01:39:14.368+00	2026-11-28 01:39:14.368+00	1	\N	\N	\N	\N
large	01a21fce-7741-7388-a3d1-f81695d3073c	Task 0	\N	2026-11-28 01:39:14.369+00	2026-11-28 01:39:14.369+00	\N	1	\N	\N	\N	\N
large	01a21fce-7741-7389-a816-b6f339d81ac6	Task 1	\N	2026-11-28 01:39:14.369+00	2026-11-28 01:39:14.369+00	\N	1	\N	\N	\N	\N
large	01a21fce-7741-738a-9773-0800369f3d20	Task 2	\N	2026-11-28 01:39:14.369+00	2026-11-28 01:39:14.369+00	2026-11-28 01:39:14.369+00	1	\N	\N	\N	\N
large	01a21fce-7742-75a0-81be-5a36f2186630	Task 3	\N	2026-11-28 01:39:14.37+00	2026-11-28 01:39:14.37+00	\N	1	\N	\N	\N	\N
large	01a21fce-7742-75a1-87ed-b0b07c9934bb	Task 4	\N	2026-11-28 01:39:14.37+00	2026-11-28 01:39:14.37+00	\N	1	\N	\N	\N	\N
large	01a21fce-7742-75a2-a17b-989ccd598471	Task 5	\N	2026-11-28 01:39:14.37+00	2026-11-28 01:39:14.37+00	2026-11-28 01:39:14.37+00	1	\N	\N	\N	\N
large	01a21fce-7743-704a-8fc7-2cd05e6474f1	Task 6	\N	2026-11-28 01:39:14.371+00	2026-11-28 01:39:14.371+00	\N	1	\N	\N	\N	\N
large	01a21fce-7743-704b-a0ef-2a68dbc25d28	Task 0	\N	2026-11-28 01:39:14.371+00	2026-11-28 01:39:14.371+00	\N	1	\N	\N	\N	\N
large	01a21fce-7743-704c-a68e-60c0fba0e0c2	Task 1	\N	2026-11-28 01:39:14.371+00	2026-11-28 01:39:14.371+00	2026-11-28 01:39:14.371+00	1	\N	\N	\N	\N
large	01a21fce-7744-758b-ad1b-c9cd33974c3d	Task 2	\N	2026-11-28 01:39:14.372+00	2026-11-28 01:39:14.372+00	\N	1	\N	\N	\N	\N
large	01a21fce-7744-758c-9c04-9270d77ff300	Task 3	\N	2026-11-28 01:39:14.372+00	2026-11-28 01:39:14.372+00	\N	1	\N	\N	\N	\N
large	01a21fce-7744-758d-8345-4b3e8aa8577c	Task 4	\N	2026-11-28 01:39:14.372+00	2026-11-28 01:39:14.372+00	2026-11-28 01:39:14.372+00	1	\N	\N	\N	\N
large	01a21fce-7745-71e3-af98-084d89774d54	Task 5	\N	2026-11-28 01:39:14.373+00	2026-11-28 01:39:14.373+00	\N	1	\N	\N	\N	\N
large	01a21fce-7745-71e4-9961-dc41b858144f	Task 6	\N	2026-11-28 01:39:14.373+00	2026-11-28 01:39:14.373+00	\N	1	\N	\N	\N	\N
large	01a21fce-7745-71e5-b63a-88dce05e26b3	Task 0	\N	2026-11-28 01:39:14.373+00	2026-11-28 01:39:14.373+00	2026-11-28 01:39:14.373+00	1	\N	\N	\N	\N
large	01a21fce-7746-728c-b9b4-aa4e7f4704da	Task 1	\N	2026-11-28 01:39:14.374+00	2026-11-28 01:39:14.374+00	\N	1	\N	\N	\N	\N
large	01a21fce-7746-728d-8f4b-055ce68a6174	Task 2	\N	2026-11-28 01:39:14.374+00	2026-11-28 01:39:14.374+00	\N	1	\N	\N	\N	\N
large	01a21fce-7746-728e-93be-530df933dbcb	Task 3	\N	2026-11-28 01:39:14.374+00	2026-11-28 01:39:14.374+00	2026-11-28 01:39:14.374+00	1	\N	\N	\N	\N
large	01a21fce-7747-71b1-8965-91b00c8c1a2d	Task 4	\N	2026-11-28 01:39:14.375+00	2026-11-28 01:39:14.375+00	\N	1	\N	\N	\N	\N
large	01a21fce-7747-71b2-a33d-1ec2a90dbfda	Task 5	\N	2026-11-28 01:39:14.375+00	2026-11-28 01:39:14.375+00	\N	1	\N	\N	\N	\N
large	01a21fce-7747-71b3-bbaa-eb680d515344	Task 6	\N	2026-11-28 01:39:14.375+00	2026-11-28 01:39:14.375+00	2026-11-28 01:39:14.375+00	1	\N	\N	\N	\N
large	01a21fce-7748-70da-bc0b-5b0532bbff28	Task 0	\N	2026-11-28 01:39:14.376+00	2026-11-28 01:39:14.376+00	\N	1	\N	\N	\N	\N
large	01a21fce-7748-70db-b95a-c76084188399	Task 1	\N	2026-11-28 01:39:14.376+00	2026-11-28 01:39:14.376+00	\N	1	\N	\N	\N	\N
large	01a21fce-7748-70dc-a2ea-516e6e1cd35f	Task 2	\N	2026-11-28 01:39:14.376+00	2026-11-28 01:39:14.376+00	2026-11-28 01:39:14.376+00	1	\N	\N	\N	\N
large	01a21fce-7749-7606-b940-568bfce73b9b	Task 3	\N	2026-11-28 01:39:14.377+00	2026-11-28 01:39:14.377+00	\N	1	\N	\N	\N	\N
large	01a21fce-7749-7607-9240-756b7402d683	Task 4	\N	2026-11-28 01:39:14.377+00	2026-11-28 01:39:14.377+00	\N	1	\N	\N	\N	\N
large	01a21fce-774a-7687-849a-d4953d843daf	Task 5	\N	2026-11-28 01:39:14.378+00	2026-11-28 01:39:14.378+00	2026-11-28 01:39:14.378+00	1	\N	\N	\N	\N
large	01a21fce-774a-7688-b48c-250630e2a7c3	Task 6	\N	2026-11-28 01:39:14.378+00	2026-11-28 01:39:14.378+00	\N	1	\N	\N	\N	\N
large	01a21fce-774b-7364-801f-b708b55095af	Task 0	\N	2026-11-28 01:39:14.379+00	2026-11-28 01:39:14.379+00	\N	1	\N	\N	\N	\N
large	01a21fce-774b-7365-9285-13e8534e9549	Task 1	\N	2026-11-28 01:39:14.379+00	2026-11-28 01:39:14.379+00	2026-11-28 01:39:14.379+00	1	\N	\N	\N	\N
large	01a21fce-774b-7366-a6c0-813831ebd282	Task 2	\N	2026-11-28 01:39:14.379+00	2026-11-28 01:39:14.379+00	\N	1	\N	\N	\N	\N
large	01a21fce-774c-732d-bf71-d4b890ae1c01	Task 3	\N	2026-11-28 01:39:14.38+00	2026-11-28 01:39:14.38+00	\N	1	\N	\N	\N	\N
large	01a21fce-774c-732e-bc30-4bebe08e1842	Task 4	\N	2026-11-28 01:39:14.38+00	2026-11-28 01:39:14.38+00	2026-11-28 01:39:14.38+00	1	\N	\N	\N	\N
large	01a21fce-774c-732f-b21a-2ff09bcd367a	Task 5	\N	2026-11-28 01:39:14.38+00	2026-11-28 01:39:14.38+00	\N	1	\N	\N	\N	\N
large	01a21fce-774d-737c-b424-65ad8179bac7	Task 6	\N	2026-11-28 01:39:14.381+00	2026-11-28 01:39:14.381+00	\N	1	\N	\N	\N	\N
large	01a21fce-774d-737d-a838-716065646a14	Task 0	\N	2026-11-28 01:39:14.381+00	2026-11-28 01:39:14.381+00	2026-11-28 01:39:14.381+00	1	\N	\N	\N	\N
large	01a21fce-774d-737e-9cd1-8a0ca6686255	Task 1	\N	2026-11-28 01:39:14.381+00	2026-11-28 01:39:14.381+00	\N	1	\N	\N	\N	\N
large	01a21fce-774e-7032-8674-f19594c76f45	Task 2	\N	2026-11-28 01:39:14.382+00	2026-11-28 01:39:14.382+00	\N	1	\N	\N	\N	\N
large	01a21fce-774e-7033-a31b-af8eba1c91cb	Task 3	\N	2026-11-28 01:39:14.382+00	2026-11-28 01:39:14.382+00	2026-11-28 01:39:14.382+00	1	\N	\N	\N	\N
large	01a21fce-774e-7034-aa0e-a42f127ca1d0	Task 4	\N	2026-11-28 01:39:14.382+00	2026-11-28 01:39:14.382+00	\N	1	\N	\N	\N	\N
large	01a21fce-774f-7567-93c8-d2c382fc8cb3	Task 5	\N	2026-11-28 01:39:14.383+00	2026-11-28 01:39:14.383+00	\N	1	\N	\N	\N	\N
large	01a21fce-774f-7568-bc85-def1575ebf11	Task 6	\N	2026-11-28 01:39:14.383+00	2026-11-28 01:39:14.383+00	2026-11-28 01:39:14.383+00	1	\N	\N	\N	\N
large	01a21fce-774f-7569-9068-370a18f0b4f9	Task 0	\N	2026-11-28 01:39:14.383+00	2026-11-28 01:39:14.383+00	\N	1	\N	\N	\N	\N
large	01a21fce-7750-7298-ba8d-9c4c36ab1865	Task 1	\N	2026-11-28 01:39:14.384+00	2026-11-28 01:39:14.384+00	\N	1	\N	\N	\N	\N
large	01a21fce-7750-7299-b295-6c3adfd4086d	Task 2	\N	2026-11-28 01:39:14.384+00	2026-11-28 01:39:14.384+00	2026-11-28 01:39:14.384+00	1	\N	\N	\N	\N
large	01a21fce-7750-729a-b310-7aa6d64ca41c	Task 3	\N	2026-11-28 01:39:14.384+00	2026-11-28 01:39:14.384+00	\N	1	\N	\N	\N	\N
large	01a21fce-7750-729b-9e6f-9ecaa5f10d2d	Task 4	\N	2026-11-28 01:39:14.384+00	2026-11-28 01:39:14.384+00	\N	1	\N	\N	\N	\N
large	01a21fce-7751-7406-a167-16b6d6faff49	Task 5	\N	2026-11-28 01:39:14.385+00	2026-11-28 01:39:14.385+00	2026-11-28 01:39:14.385+00	1	\N	\N	\N	\N
large	01a21fce-7751-7407-aa3c-1550aabda1d7	Task 6	\N	2026-11-28 01:39:14.385+00	2026-11-28 01:39:14.385+00	\N	1	\N	\N	\N	\N
large	01a21fce-7751-7408-818e-92ba0e9397fe	Task 0	\N	2026-11-28 01:39:14.385+00	2026-11-28 01:39:14.385+00	\N	1	\N	\N	\N	\N
large	01a21fce-7752-7227-a432-19c7a5d37e00	Task 1	\N	2026-11-28 01:39:14.386+00	2026-11-28 01:39:14.386+00	2026-11-28 01:39:14.386+00	1	\N	\N	\N	\N
large	01a21fce-7752-7228-a650-7bc869d45fcf	Task 2	\N	2026-11-28 01:39:14.386+00	2026-11-28 01:39:14.386+00	\N	1	\N	\N	\N	\N
large	01a21fce-7752-7229-a5ea-48d3cdfd4f75	Task 3	\N	2026-11-28 01:39:14.386+00	2026-11-28 01:39:14.386+00	\N	1	\N	\N	\N	\N
large	01a21fce-7753-729b-b0be-193c41f26df1	Task 4	\N	2026-11-28 01:39:14.387+00	2026-11-28 01:39:14.387+00	2026-11-28 01:39:14.387+00	1	\N	\N	\N	\N
large	01a21fce-7753-729c-b765-a6624d843588	Task 5	\N	2026-11-28 01:39:14.387+00	2026-11-28 01:39:14.387+00	\N	1	\N	\N	\N	\N
large	01a21fce-7754-7044-a318-da4506eeaf08	Task 6	\N	2026-11-28 01:39:14.388+00	2026-11-28 01:39:14.388+00	\N	1	\N	\N	\N	\N
large	01a21fce-7754-7045-b0cb-bac23ca019e8	Task 0	\N	2026-11-28 01:39:14.388+00	2026-11-28 01:39:14.388+00	2026-11-28 01:39:14.388+00	1	\N	\N	\N	\N
large	01a21fce-7755-74a9-bdc0-401cd0b74b55	Task 1	\N	2026-11-28 01:39:14.389+00	2026-11-28 01:39:14.389+00	\N	1	\N	\N	\N	\N
large	01a21fce-7755-74aa-b8ec-29a5c4b2458b	Task 2	\N	2026-11-28 01:39:14.389+00	2026-11-28 01:39:14.389+00	\N	1	\N	\N	\N	\N
large	01a21fce-7756-719e-916c-3ccbbd669155	Task 3	\N	2026-11-28 01:39:14.39+00	2026-11-28 01:39:14.39+00	2026-11-28 01:39:14.39+00	1	\N	\N	\N	\N
large	01a21fce-7756-719f-be9b-2ad35aa15da6	Task 4	\N	2026-11-28 01:39:14.39+00	2026-11-28 01:39:14.39+00	\N	1	\N	\N	\N	\N
large	01a21fce-7757-73f5-bf1b-0b6190c6de9f	Task 5	\N	2026-11-28 01:39:14.391+00	2026-11-28 01:39:14.391+00	\N	1	\N	\N	\N	\N
large	01a21fce-7757-73f6-a8e0-79afe4b43562	Task 6	\N	2026-11-28 01:39:14.391+00	2026-11-28 01:39:14.391+00	2026-11-28 01:39:14.391+00	1	\N	\N	\N	\N
large	01a21fce-7758-7366-a625-e9a0b7b5c720	Task 0	\N	2026-11-28 01:39:14.392+00	2026-11-28 01:39:14.392+00	\N	1	\N	\N	\N	\N
large	01a21fce-7758-7367-a91e-84e69f1d00ff	Task 1	\N	2026-11-28 01:39:14.392+00	2026-11-28 01:39:14.392+00	\N	1	\N	\N	\N	\N
large	01a21fce-7758-7368-8327-4c6a9847f2fa	Task 2	\N	2026-11-28 01:39:14.392+00	2026-11-28 01:39:14.392+00	2026-11-28 01:39:14.392+00	1	\N	\N	\N	\N
large	01a21fce-7758-7369-880c-dcebd1e47ac0	Task 3	\N	2026-11-28 01:39:14.392+00	2026-11-28 01:39:14.392+00	\N	1	\N	\N	\N	\N
large	01a21fce-7759-7173-85c4-c4f09a62ac95	Task 4	\N	2026-11-28 01:39:14.393+00	2026-11-28 01:39:14.393+00	\N	1	\N	\N	\N	\N
large	01a21fce-7759-7174-9078-2ebcd602dd80	Task 5	\N	2026-11-28 01:39:14.393+00	2026-11-28 01:39:14.393+00	2026-11-28 01:39:14.393+00	1	\N	\N	\N	\N
large	01a21fce-7759-7175-8762-756fcac8bae3	Task 6	\N	2026-11-28 01:39:14.393+00	2026-11-28 01:39:14.393+00	\N	1	\N	\N	\N	\N
large	01a21fce-775a-766b-99f0-10df88427d37	Task 0	\N	2026-11-28 01:39:14.394+00	2026-11-28 01:39:14.394+00	\N	1	\N	\N	\N	\N
large	01a21fce-775a-766c-b964-d6d2eac440a6	Task 1	\N	2026-11-28 01:39:14.394+00	2026-11-28 01:39:14.394+00	2026-11-28 01:39:14.394+00	1	\N	\N	\N	\N
large	01a21fce-775a-766d-a50a-8c9739103499	Task 2	\N	2026-11-28 01:39:14.394+00	2026-11-28 01:39:14.394+00	\N	1	\N	\N	\N	\N
large	01a21fce-775b-7102-9b86-bbff467f7ed1	Task 3	\N	2026-11-28 01:39:14.395+00	2026-11-28 01:39:14.395+00	\N	1	\N	\N	\N	\N
large	01a21fce-775b-7103-9577-9b2e24d27625	Task 4	\N	2026-11-28 01:39:14.395+00	2026-11-28 01:39:14.395+00	2026-11-28 01:39:14.395+00	1	\N	\N	\N	\N
large	01a21fce-775b-7104-8a77-4795fcd1ecfd	Task 5	\N	2026-11-28 01:39:14.395+00	2026-11-28 01:39:14.395+00	\N	1	\N	\N	\N	\N
large	01a21fce-775c-71bf-8d75-5a2d087267d8	Task 6	\N	2026-11-28 01:39:14.396+00	2026-11-28 01:39:14.396+00	\N	1	\N	\N	\N	\N
large	01a21fce-775c-71c0-84a8-6bf6a90036bf	Task 0	\N	2026-11-28 01:39:14.396+00	2026-11-28 01:39:14.396+00	2026-11-28 01:39:14.396+00	1	\N	\N	\N	\N
large	01a21fce-775c-71c1-91a1-8adbb5aceafd	Task 1	\N	2026-11-28 01:39:14.396+00	2026-11-28 01:39:14.396+00	\N	1	\N	\N	\N	\N
large	01a21fce-775d-7024-a867-563f1799d3cf	Task 2	\N	2026-11-28 01:39:14.397+00	2026-11-28 01:39:14.397+00	\N	1	\N	\N	\N	\N
large	01a21fce-775d-7025-8011-162541e56adf	Task 3	\N	2026-11-28 01:39:14.397+00	2026-11-28 01:39:14.397+00	2026-11-28 01:39:14.397+00	1	\N	\N	\N	\N
large	01a21fce-775d-7026-b056-6a7f0e36a52b	Task 4	\N	2026-11-28 01:39:14.397+00	2026-11-28 01:39:14.397+00	\N	1	\N	\N	\N	\N
large	01a21fce-775e-70a6-bc83-a0a04f246d91	Task 5	\N	2026-11-28 01:39:14.398+00	2026-11-28 01:39:14.398+00	\N	1	\N	\N	\N	\N
large	01a21fce-775e-70a7-9d5c-452192280133	Task 6	\N	2026-11-28 01:39:14.398+00	2026-11-28 01:39:14.398+00	2026-11-28 01:39:14.398+00	1	\N	\N	\N	\N
large	01a21fce-775e-70a8-91a9-ddf21b377751	Task 0	\N	2026-11-28 01:39:14.398+00	2026-11-28 01:39:14.398+00	\N	1	\N	\N	\N	\N
large	01a21fce-775f-7427-97de-12bfacde3724	Task 1	\N	2026-11-28 01:39:14.399+00	2026-11-28 01:39:14.399+00	\N	1	\N	\N	\N	\N
large	01a21fce-7760-7103-8f41-194f25cea4d5	Task 2	\N	2026-11-28 01:39:14.4+00	2026-11-28 01:39:14.4+00	2026-11-28 01:39:14.4+00	1	\N	\N	\N	\N
large	01a21fce-7760-7104-8e6a-543759a16638	Task 3	\N	2026-11-28 01:39:14.4+00	2026-11-28 01:39:14.4+00	\N	1	\N	\N	\N	\N
large	01a21fce-7760-7105-bdd3-a6b38601c30a	Task 4	\N	2026-11-28 01:39:14.4+00	2026-11-28 01:39:14.4+00	\N	1	\N	\N	\N	\N
large	01a21fce-7761-72f7-a8e3-c693e00a8522	Task 5	\N	2026-11-28 01:39:14.401+00	2026-11-28 01:39:14.401+00	2026-11-28 01:39:14.401+00	1	\N	\N	\N	\N
large	01a21fce-7761-72f8-ac84-931922c89c15	Task 6	\N	2026-11-28 01:39:14.401+00	2026-11-28 01:39:14.401+00	\N	1	\N	\N	\N	\N
large	01a21fce-7761-72f9-aa88-ec53fdfdbdc3	Task 0	\N	2026-11-28 01:39:14.401+00	2026-11-28 01:39:14.401+00	\N	1	\N	\N	\N	\N
large	01a21fce-7762-7719-bfee-78aea7d7b9b8	Task 1	\N	2026-11-28 01:39:14.402+00	2026-11-28 01:39:14.402+00	2026-11-28 01:39:14.402+00	1	\N	\N	\N	\N
large	01a21fce-7762-771a-9c27-eb819c31d1cd	Task 2	\N	2026-11-28 01:39:14.402+00	2026-11-28 01:39:14.402+00	\N	1	\N	\N	\N	\N
large	01a21fce-7762-771b-ae60-b6bc4c342f30	Task 3	\N	2026-11-28 01:39:14.402+00	2026-11-28 01:39:14.402+00	\N	1	\N	\N	\N	\N
large	01a21fce-7763-77fd-ae37-e963f9d7806b	Task 4	\N	2026-11-28 01:39:14.403+00	2026-11-28 01:39:14.403+00	2026-11-28 01:39:14.403+00	1	\N	\N	\N	\N
large	01a21fce-7763-77fe-a193-fcd4f2c1d7a2	Task 5	\N	2026-11-28 01:39:14.403+00	2026-11-28 01:39:14.403+00	\N	1	\N	\N	\N	\N
large	01a21fce-7763-77ff-ab0c-2c083477f771	Task 6	\N	2026-11-28 01:39:14.403+00	2026-11-28 01:39:14.403+00	\N	1	\N	\N	\N	\N
large	01a21fce-7764-7423-b3c0-a631e2fb04e5	Task 0	\N	2026-11-28 01:39:14.404+00	2026-11-28 01:39:14.404+00	2026-11-28 01:39:14.404+00	1	\N	\N	\N	\N
large	01a21fce-7764-7424-8380-696e84bd6455	Task 1	\N	2026-11-28 01:39:14.404+00	2026-11-28 01:39:14.404+00	\N	1	\N	\N	\N	\N
large	01a21fce-7764-7425-9615-b0ec9df61251	Task 2	\N	2026-11-28 01:39:14.404+00	2026-11-28 01:39:14.404+00	\N	1	\N	\N	\N	\N
large	01a21fce-7765-746c-affa-6c069b21c6a5	Task 3	\N	2026-11-28 01:39:14.405+00	2026-11-28 01:39:14.405+00	2026-11-28 01:39:14.405+00	1	\N	\N	\N	\N
large	01a21fce-7765-746d-a807-c3c6f911f073	Task 4	\N	2026-11-28 01:39:14.405+00	2026-11-28 01:39:14.405+00	\N	1	\N	\N	\N	\N
large	01a21fce-7765-746e-ab93-05d7aca1f694	Task 5	\N	2026-11-28 01:39:14.405+00	2026-11-28 01:39:14.405+00	\N	1	\N	\N	\N	\N
large	01a21fce-7766-7421-a4a8-cb35ee47accf	Task 6	\N	2026-11-28 01:39:14.406+00	2026-11-28 01:39:14.406+00	2026-11-28 01:39:14.406+00	1	\N	\N	\N	\N
large	01a21fce-7766-7422-8ec7-0d76fd60f7bb	Task 0	\N	2026-11-28 01:39:14.406+00	2026-11-28 01:39:14.406+00	\N	1	\N	\N	\N	\N
large	01a21fce-7767-7688-aac7-347a9cc3b34c	Task 1	\N	2026-11-28 01:39:14.407+00	2026-11-28 01:39:14.407+00	\N	1	\N	\N	\N	\N
large	01a21fce-7767-7689-855d-898a2caf82cb	Task 2	\N	2026-11-28 01:39:14.407+00	2026-11-28 01:39:14.407+00	2026-11-28 01:39:14.407+00	1	\N	\N	\N	\N
large	01a21fce-7767-768a-832d-44ac05545af4	Task 3	\N	2026-11-28 01:39:14.407+00	2026-11-28 01:39:14.407+00	\N	1	\N	\N	\N	\N
large	01a21fce-7768-71aa-912c-32e453c34a8e	Task 4	\N	2026-11-28 01:39:14.408+00	2026-11-28 01:39:14.408+00	\N	1	\N	\N	\N	\N
large	01a21fce-7768-71ab-aa7a-23b11c939d8d	Task 5	\N	2026-11-28 01:39:14.408+00	2026-11-28 01:39:14.408+00	2026-11-28 01:39:14.408+00	1	\N	\N	\N	\N
large	01a21fce-7768-71ac-a196-bebcd8059212	Task 6	\N	2026-11-28 01:39:14.408+00	2026-11-28 01:39:14.408+00	\N	1	\N	\N	\N	\N
large	01a21fce-7769-710f-a726-4e5ab2b18898	Task 0	\N	2026-11-28 01:39:14.409+00	2026-11-28 01:39:14.409+00	\N	1	\N	\N	\N	\N
large	01a21fce-7769-7110-8927-f7809fc1e07f	Task 1	\N	2026-11-28 01:39:14.409+00	2026-11-28 01:39:14.409+00	2026-11-28 01:39:14.409+00	1	\N	\N	\N	\N
large	01a21fce-7769-7111-a4ed-f4c818dd60d7	Task 2	\N	2026-11-28 01:39:14.409+00	2026-11-28 01:39:14.409+00	\N	1	\N	\N	\N	\N
large	01a21fce-776a-7635-8c6a-50b5491bc599	Task 3	\N	2026-11-28 01:39:14.41+00	2026-11-28 01:39:14.41+00	\N	1	\N	\N	\N	\N
large	01a21fce-776a-7636-bac0-8d990a21034a	Task 4	\N	2026-11-28 01:39:14.41+00	2026-11-28 01:39:14.41+00	2026-11-28 01:39:14.41+00	1	\N	\N	\N	\N
large	01a21fce-776a-7637-babe-005467efe484	Task 5	\N	2026-11-28 01:39:14.41+00	2026-11-28 01:39:14.41+00	\N	1	\N	\N	\N	\N
large	01a21fce-776b-710e-b1bc-302c0ff42360	Task 6	\N	2026-11-28 01:39:14.411+00	2026-11-28 01:39:14.411+00	\N	1	\N	\N	\N	\N
large	01a21fce-776b-710f-bc01-d598ed7cb220	Task 0	\N	2026-11-28 01:39:14.411+00	2026-11-28 01:39:14.411+00	2026-11-28 01:39:14.411+00	1	\N	\N	\N	\N
large	01a21fce-776b-7110-b77e-b3115df9c40d	Task 1	\N	2026-11-28 01:39:14.411+00	2026-11-28 01:39:14.411+00	\N	1	\N	\N	\N	\N
large	01a21fce-776c-72c5-8bf5-461f4d657643	Task 2	\N	2026-11-28 01:39:14.412+00	2026-11-28 01:39:14.412+00	\N	1	\N	\N	\N	\N
large	01a21fce-776c-72c6-90e4-636712887cff	Task 3	\N	2026-11-28 01:39:14.412+00	2026-11-28 01:39:14.412+00	2026-11-28 01:39:14.412+00	1	\N	\N	\N	\N
large	01a21fce-776c-72c7-a9ba-9c5d375031d9	Task 4	\N	2026-11-28 01:39:14.412+00	2026-11-28 01:39:14.412+00	\N	1	\N	\N	\N	\N
large	01a21fce-776d-7450-89ce-1b29aaffc883	Task 5	\N	2026-11-28 01:39:14.413+00	2026-11-28 01:39:14.413+00	\N	1	\N	\N	\N	\N
large	01a21fce-776d-7451-b4d0-b7d86b502eee	Task 6	\N	2026-11-28 01:39:14.413+00	2026-11-28 01:39:14.413+00	2026-11-28 01:39:14.413+00	1	\N	\N	\N	\N
large	01a21fce-776d-7452-9eba-5f7ad754b8b6	Task 0	\N	2026-11-28 01:39:14.413+00	2026-11-28 01:39:14.413+00	\N	1	\N	\N	\N	\N
large	01a21fce-776d-7453-9373-593f1078982a	Task 1	\N	2026-11-28 01:39:14.413+00	2026-11-28 01:39:14.413+00	\N	1	\N	\N	\N	\N
large	01a21fce-776e-74d2-8b82-a415e9099cad	Task 2	\N	2026-11-28 01:39:14.414+00	2026-11-28 01:39:14.414+00	2026-11-28 01:39:14.414+00	1	\N	\N	\N	\N
large	01a21fce-776e-74d3-97d0-58fef4110aab	Task 3	\N	2026-11-28 01:39:14.414+00	2026-11-28 01:39:14.414+00	\N	1	\N	\N	\N	\N
large	01a21fce-776e-74d4-9cdf-8a8f7229e87c	Task 4	\N	2026-11-28 01:39:14.414+00	2026-11-28 01:39:14.414+00	\N	1	\N	\N	\N	\N
large	01a21fce-776f-73e6-be29-9217ba1abea1	Task 5	\N	2026-11-28 01:39:14.415+00	2026-11-28 01:39:14.415+00	2026-11-28 01:39:14.415+00	1	\N	\N	\N	\N
large	01a21fce-776f-73e7-b0fe-63208bc3dfdb	Task 6	\N	2026-11-28 01:39:14.415+00	2026-11-28 01:39:14.415+00	\N	1	\N	\N	\N	\N
large	01a21fce-776f-73e8-b3b3-cd08b83d1190	Task 0	\N	2026-11-28 01:39:14.415+00	2026-11-28 01:39:14.415+00	\N	1	\N	\N	\N	\N
large	01a21fce-7770-73fc-a547-07f0bd361736	Task 1	\N	2026-11-28 01:39:14.416+00	2026-11-28 01:39:14.416+00	2026-11-28 01:39:14.416+00	1	\N	\N	\N	\N
large	01a21fce-7770-73fd-8876-29dc30886f36	Task 2	\N	2026-11-28 01:39:14.416+00	2026-11-28 01:39:14.416+00	\N	1	\N	\N	\N	\N
large	01a21fce-7770-73fe-9ef2-896dfc8fe762	Task 3	\N	2026-11-28 01:39:14.416+00	2026-11-28 01:39:14.416+00	\N	1	\N	\N	\N	\N
large	01a21fce-7771-7609-8a13-f3254d922c4d	Task 4	\N	2026-11-28 01:39:14.417+00	2026-11-28 01:39:14.417+00	2026-11-28 01:39:14.417+00	1	\N	\N	\N	\N
large	01a21fce-7771-760a-a6cd-ec263fccf415	Task 5	\N	2026-11-28 01:39:14.417+00	2026-11-28 01:39:14.417+00	\N	1	\N	\N	\N	\N
large	01a21fce-7771-760b-9372-3dbb0e36ee67	Task 6	\N	2026-11-28 01:39:14.417+00	2026-11-28 01:39:14.417+00	\N	1	\N	\N	\N	\N
large	01a21fce-7772-7719-a193-26aefcdb6d07	Task 0	\N	2026-11-28 01:39:14.418+00	2026-11-28 01:39:14.418+00	2026-11-28 01:39:14.418+00	1	\N	\N	\N	\N
large	01a21fce-7772-771a-86f0-981cbc8ea57c	Task 1	\N	2026-11-28 01:39:14.418+00	2026-11-28 01:39:14.418+00	\N	1	\N	\N	\N	\N
large	01a21fce-7772-771b-84a8-bbf8d4116109	Task 2	\N	2026-11-28 01:39:14.418+00	2026-11-28 01:39:14.418+00	\N	1	\N	\N	\N	\N
large	01a21fce-7773-756b-a4fc-fcb48257a8c6	Task 3	\N	2026-11-28 01:39:14.419+00	2026-11-28 01:39:14.419+00	2026-11-28 01:39:14.419+00	1	\N	\N	\N	\N
large	01a21fce-7773-756c-9505-c46234a45dfd	Task 4	\N	2026-11-28 01:39:14.419+00	2026-11-28 01:39:14.419+00	\N	1	\N	\N	\N	\N
large	01a21fce-7773-756d-a618-969486f69aa9	Task 5	\N	2026-11-28 01:39:14.419+00	2026-11-28 01:39:14.419+00	\N	1	\N	\N	\N	\N
large	01a21fce-7774-779e-9169-26c1503fb6ff	Task 6	\N	2026-11-28 01:39:14.42+00	2026-11-28 01:39:14.42+00	2026-11-28 01:39:14.42+00	1	\N	\N	\N	\N
large	01a21fce-7774-779f-a2f6-53057eda2671	Task 0	\N	2026-11-28 01:39:14.42+00	2026-11-28 01:39:14.42+00	\N	1	\N	\N	\N	\N
large	01a21fce-7774-77a0-8d72-87061463f1e3	Task 1	\N	2026-11-28 01:39:14.42+00	2026-11-28 01:39:14.42+00	\N	1	\N	\N	\N	\N
large	01a21fce-7775-75f0-9edc-bb0cd449ab13	Task 2	\N	2026-11-28 01:39:14.421+00	2026-11-28 01:39:14.421+00	2026-11-28 01:39:14.421+00	1	\N	\N	\N	\N
large	01a21fce-7775-75f1-b370-e339382301cf	Task 3	\N	2026-11-28 01:39:14.421+00	2026-11-28 01:39:14.421+00	\N	1	\N	\N	\N	\N
large	01a21fce-7775-75f2-a2a3-28bd352b4ca7	Task 4	\N	2026-11-28 01:39:14.421+00	2026-11-28 01:39:14.421+00	\N	1	\N	\N	\N	\N
large	01a21fce-7776-76d9-a97f-9695c3570b3a	Task 5	\N	2026-11-28 01:39:14.422+00	2026-11-28 01:39:14.422+00	2026-11-28 01:39:14.422+00	1	\N	\N	\N	\N
large	01a21fce-7776-76da-bebe-531b9184bf47	Task 6	\N	2026-11-28 01:39:14.422+00	2026-11-28 01:39:14.422+00	\N	1	\N	\N	\N	\N
large	01a21fce-7776-76db-9832-23145a3a1ff1	Task 0	\N	2026-11-28 01:39:14.422+00	2026-11-28 01:39:14.422+00	\N	1	\N	\N	\N	\N
large	01a21fce-7776-76dc-a1e4-d3b14837a470	Task 1	\N	2026-11-28 01:39:14.422+00	2026-11-28 01:39:14.422+00	2026-11-28 01:39:14.422+00	1	\N	\N	\N	\N
large	01a21fce-7777-7026-8669-7962ccb5ed5e	Task 2	\N	2026-11-28 01:39:14.423+00	2026-11-28 01:39:14.423+00	\N	1	\N	\N	\N	\N
large	01a21fce-7777-7027-b762-f590ad741f72	Task 3	\N	2026-11-28 01:39:14.423+00	2026-11-28 01:39:14.423+00	\N	1	\N	\N	\N	\N
large	01a21fce-7777-7028-8a6c-8c364172bfab	Task 4	\N	2026-11-28 01:39:14.423+00	2026-11-28 01:39:14.423+00	2026-11-28 01:39:14.423+00	1	\N	\N	\N	\N
large	01a21fce-7778-7005-85ab-6e01cd88b4d6	Task 5	\N	2026-11-28 01:39:14.424+00	2026-11-28 01:39:14.424+00	\N	1	\N	\N	\N	\N
large	01a21fce-7778-7006-8fe6-47836dde5c59	Task 6	\N	2026-11-28 01:39:14.424+00	2026-11-28 01:39:14.424+00	\N	1	\N	\N	\N	\N
large	01a21fce-7778-7007-b8c6-5d72b5dedb4c	Task 0	\N	2026-11-28 01:39:14.424+00	2026-11-28 01:39:14.424+00	2026-11-28 01:39:14.424+00	1	\N	\N	\N	\N
large	01a21fce-7779-756d-ae3f-5881411462fe	Task 1	\N	2026-11-28 01:39:14.425+00	2026-11-28 01:39:14.425+00	\N	1	\N	\N	\N	\N
large	01a21fce-7779-756e-8718-77c0ea850476	Task 2	\N	2026-11-28 01:39:14.425+00	2026-11-28 01:39:14.425+00	\N	1	\N	\N	\N	\N
large	01a21fce-777a-74cd-9f0a-9a0b651df96c	Task 3	\N	2026-11-28 01:39:14.426+00	2026-11-28 01:39:14.426+00	2026-11-28 01:39:14.426+00	1	\N	\N	\N	\N
large	01a21fce-777a-74ce-a647-7d743dd211a2	Task 4	\N	2026-11-28 01:39:14.426+00	2026-11-28 01:39:14.426+00	\N	1	\N	\N	\N	\N
large	01a21fce-777a-74cf-b496-2e62f4732c2a	Task 5	\N	2026-11-28 01:39:14.426+00	2026-11-28 01:39:14.426+00	\N	1	\N	\N	\N	\N
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.users (id, created_at, indexing) FROM stdin;
alice	2026-11-28 01:39:13.775+00	0
böb/%2F;'	2026-11-28 01:39:14.245+00	0
emptied	2026-11-28 01:39:14.246+00	0
large	2026-11-28 01:39:14.257+00	0
\.


--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (number);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (user_id, id);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: tasks_by_created_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_created_at ON public.tasks USING btree (user_id, sort_status, created_at, id) WHERE (sort_status IS NOT NULL);


--
-- Name: tasks_by_idempotency_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX tasks_by_idempotency_key ON public.tasks USING btree (user_id, idempotency_key) WHERE (idempotency_key IS NOT NULL);


--
-- Name: tasks_by_title; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_title ON public.tasks USING btree (user_id, sort_status, title, id) WHERE (sort_status IS NOT NULL);


--
-- Name: tasks_by_updated_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_updated_at ON public.tasks USING btree (user_id, sort_status, sort_updated_at, id) WHERE (sort_status IS NOT NULL);


--
-- Name: tasks tasks_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
--


