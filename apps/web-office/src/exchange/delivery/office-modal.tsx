import { Modal } from 'antd';
import type { ReactNode } from 'react';

interface OfficeModalProps {
  title: string;
  onClose: () => void;
  /** A press beside it closes it too: nothing typed can be lost. */
  light?: boolean;
  children: ReactNode;
}

/** antd locks the page's scrolling by a style that the page's policy refuses, unless the dialog stands elsewhere than in the body. */
const place = () => document.getElementById('main') ?? document.body;

export const OfficeModal = ({ title, onClose, light = false, children }: OfficeModalProps) => (
  <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: light }} getContainer={place}>
    {children}
  </Modal>
);
